import type { World } from '#app/platform/world.server.ts';
import { sha256 } from '#app/platform/world.server.ts';
import { newVerifyCode } from '#app/use-cases/certificates/checking/new-verify-code.ts';
import { may } from '#app/use-cases/permission.ts';
import { basisOf } from '#app/use-cases/readiness/basis-of.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import type { SnapshotRow, SnapshotScope } from '#curriculum/readiness/snapshot.ts';
import { listServices } from '#db/queries/place.ts';
import { findSnapshotByOperation, insertSnapshot } from '#db/queries/snapshot.ts';
import { canonical } from './canonical.ts';
import { sealOf } from './seal-of.ts';
import { type SnapshotRules, snapshotRows } from './snapshot-rows.server.ts';

type Input = { asOf: string; scope: SnapshotScope; operationId?: string };
type Outcome =
  | { ok: true; id: string; code: string; sha256: string }
  | { ok: false; reason: 'forbidden' | 'not-a-day' | 'no-service' | 'no-places' | 'busy' };

/**
 * Freezes what the gates say on a day, as it is known at this instant, with the rules they were judged by. Without a viewer
 * it is the command line, whose user has the database itself. The same form sent twice freezes once.
 */
export async function takeSnapshot(world: World, viewer: Viewer | null, input: Input): Promise<Outcome> {
  if (viewer && !may(viewer, 'keep-snapshots')) return { ok: false, reason: 'forbidden' };
  const { asOf } = input;
  if (!isDay(asOf)) return { ok: false, reason: 'not-a-day' };
  const scope = inOrder(input.scope);
  const services = scope.kind === 'country' ? undefined : scope.services;
  if (services) {
    const known = new Set((await listServices(world.db)).map(({ id }) => id));
    if (services.length === 0 || !services.every((id) => known.has(id))) return { ok: false, reason: 'no-service' };
  }
  const operation = viewer && operationOf(viewer, input);
  const earlier = operation === null ? undefined : await findSnapshotByOperation(world.db, operation);
  if (earlier) return { ok: true, id: earlier.id, code: earlier.code, sha256: earlier.sha256 };

  const takenAt = world.now();
  const rules: SnapshotRules = { policy: world.policy, basis: basisOf(world, asOf) };
  const asked = { asOf, takenOn: dayOf(takenAt), known: takenAt, rules, services };
  const rows = await settled(() => snapshotRows(world, asked));
  if (!rows) return { ok: false, reason: 'busy' };
  if (rows.length === 0) return { ok: false, reason: 'no-places' };
  const { version } = versionOn(world.policy, asOf);
  const written = canonical(rules);
  const frozen = { asOf, knownAt: takenAt, scope, policyVersion: version, rulesHash: sha256(written), rows };
  const seal = sealOf(frozen);
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const id = world.newId();
    const code = newVerifyCode(world);
    await insertSnapshot(trx, {
      ...{ id, code, as_of: asOf, known_at: takenAt, scope: canonical(scope), policy_version: version },
      ...{ rules: written, rules_hash: frozen.rulesHash, rows: canonical(rows), sha256: seal },
      ...{ taken_by: viewer?.personId || null, client_op_id: operation, taken_at: takenAt, recorded_at: world.now() },
    });
    await writeAudit(world, trx, {
      actor: viewer?.personId || null,
      action: 'snapshot-taken',
      subject: id,
      detail: seal,
    });
    return { ok: true, id, code, sha256: seal };
  });
}

const inOrder = (scope: SnapshotScope): SnapshotScope =>
  scope.kind === 'country' ? scope : { ...scope, services: [...new Set(scope.services)].sort() };

/**
 * Somebody may be writing who looked at the clock before us and is not done: the facts are read until two readings are
 * equal, because what was known at an instant must not change afterwards.
 */
async function settled(read: () => Promise<SnapshotRow[]>): Promise<SnapshotRow[] | undefined> {
  let rows = await read();
  for (let tries = 0; tries < 4; tries++) {
    const again = await read();
    if (canonical(again) === canonical(rows)) return again;
    rows = again;
  }
  return undefined;
}
