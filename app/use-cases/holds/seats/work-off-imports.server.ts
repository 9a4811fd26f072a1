import type { World } from '#app/platform/world.server.ts';
import { eachByItself } from '#app/use-cases/record/each-by-itself.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { lockHold } from '#db/queries/hold.ts';
import {
  countImportRows,
  endImportRun,
  findImportRun,
  type ImportRun,
  listOpenImportRuns,
  listWaitingImportRows,
} from '#db/queries/import-run.ts';
import { importRow } from './import-row.server.ts';
import { numbersOf } from './numbers-of.ts';

/**
 * Goes on with the imports that were begun, on this server or another, each row in a transaction of its own, so that
 * others can write in between. A row that fails keeps its seat and is tried again in the next round.
 */
export async function workOffImports(world: World): Promise<void> {
  for (const run of await listOpenImportRuns(world.db)) {
    const waiting = await listWaitingImportRows(world.db, run.id);
    const failed = await eachByItself(
      world,
      'import',
      waiting,
      ({ line }) => `${run.id} line ${line}`,
      ({ line }) => importRow(world, run, line),
    );
    if (failed === 0) await end(world, run);
  }
}

function end(world: World, run: ImportRun): Promise<void> {
  return world.db.transaction().execute(async (trx) => {
    await lockHold(trx, run.hold_id);
    // Another round may have been faster.
    if ((await findImportRun(trx, run.id))?.ended_at !== null) return;
    const { left: _, ...numbers } = numbersOf(run, await countImportRows(trx, run.id));
    await endImportRun(trx, run.id, { ended_at: world.now(), ...numbers });
    await writeAudit(world, trx, {
      actor: run.by_person,
      action: 'people-imported',
      subject: run.hold_id,
      detail: `${numbers.added} ${numbers.seated} ${numbers.refused} ${numbers.waiting}`,
    });
  });
}
