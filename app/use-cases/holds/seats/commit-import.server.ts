import { sha256, type World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { lockHold } from '#db/queries/hold.ts';
import { countImportRows, findImportRun, findOpenImportRun, insertImportRun } from '#db/queries/import-run.ts';
import { isUnavailable } from '#db/unavailable.ts';
import { findHoldToFill } from './find-hold-to-fill.server.ts';
import type { RowVerdict } from './find-import-standing.server.ts';
import { type ImportRefused, type JudgedRow, judgeImport, mostImportBytes } from './judge-import.server.ts';
import { numbersOf } from './numbers-of.ts';
import { workOffImports } from './work-off-imports.server.ts';

type Committed =
  | { ok: true; added: number; seated: number; waiting: number; already: number; refused: number; left: number }
  | { ok: false; reason: 'interrupted' }
  | ImportRefused;
type Begun = { ok: true; runId: string } | ImportRefused;
type Input = { holdId: string; text: string; invite: boolean; waitlist?: boolean };

/**
 * Adds the new people and gives seats. What the file does is decided and its seats are kept in one transaction; the
 * rows then follow one by one, and a server that stops midway goes on where it stopped. If the database is lost midway,
 * the answer says how many rows are left, or only that it was interrupted: the next round goes on either way. Those for whom there is no seat
 * go on the waiting list if the leader says so. A known person keeps their affiliation and roles. Importing the same file
 * a second time changes nothing.
 */
export async function commitImport(world: World, viewer: Viewer, input: Input): Promise<Committed> {
  const begun = await begin(world, viewer, input);
  if (!begun.ok) return begun;
  try {
    await workOffImports(world);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
  }
  try {
    return await outcomeOf(world, begun.runId);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return { ok: false, reason: 'interrupted' };
  }
}

/** Begins the import, or joins the same one if it is under way. */
function begin(world: World, viewer: Viewer, input: Input): Promise<Begun> {
  return world.db.transaction().execute(async (trx): Promise<Begun> => {
    const hold = await findHoldToFill(world, trx, viewer, input.holdId);
    if (!hold) return { ok: false, reason: 'not-found' };
    if (input.text.length > mostImportBytes) return { ok: false, reason: 'too-large' };
    await lockHold(trx, hold.id);
    const digest = sha256(JSON.stringify([input.text, input.invite, input.waitlist === true]));
    const open = await findOpenImportRun(trx, hold.id, digest);
    if (open) return { ok: true, runId: open.id };
    const judged = await judgeImport(world, trx, hold, input.text);
    if (!judged.ok) return judged;
    const count = (verdict: RowVerdict) => judged.rows.filter((row) => row.verdict === verdict).length;
    const waiting = input.waitlist ? judged.rows.filter(({ wouldBe }) => wouldBe !== undefined) : [];
    const runId = world.newId();
    const at = world.now();
    await insertImportRun(
      trx,
      {
        id: runId,
        hold_id: hold.id,
        by_person: viewer.personId,
        digest,
        invite: input.invite ? 1 : 0,
        already: count('already'),
        refused: count('refused') - waiting.length,
        waiting: null,
        started_at: at,
        ended_at: null,
        added: null,
        seated: null,
        recorded_at: at,
      },
      [
        ...judged.rows.filter(({ verdict }) => verdict === 'new' || verdict === 'known').map((row) => rowOf(row, 0)),
        ...waiting.map((row) => rowOf(row, 1)),
      ],
    );
    return { ok: true, runId };
  });
}

const rowOf = (row: JudgedRow, waits: 0 | 1) => ({ line: row.line, content: JSON.stringify(row), waits });

/** The numbers of a run. `left` are the rows that failed or were not reached: they wait for the next round. */
async function outcomeOf(world: World, runId: string): Promise<Committed> {
  const { ended_at, ...run } = (await findImportRun(world.db, runId))!;
  if (ended_at === null) return { ok: true, ...numbersOf(run, await countImportRows(world.db, runId)) };
  return {
    ok: true,
    added: run.added!,
    seated: run.seated!,
    waiting: run.waiting ?? 0,
    already: run.already,
    refused: run.refused,
    left: 0,
  };
}
