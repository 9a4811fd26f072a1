import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import { type MigrationDecision, migrationDecisions, movableStates } from '#curriculum/flow/editions/migration.ts';
import { listMovable, updateHoldEdition } from '#db/queries/edition-move.ts';
import { findHold, lockHold } from '#db/queries/hold.ts';
import { type Decided, decideForOne } from './decide-for-one.server.ts';
import { noteEdition } from './note-edition.server.ts';

export type DecidedFor = { enrolmentId: string; name: string } & Decided;
export type MigrationOutcome =
  | { ok: true; people: DecidedFor[] }
  | { ok: false; reason: 'not-found' | 'no-such-edition' | 'not-a-decision' };

/**
 * Decides for one adviser of a hold, or for everybody on it, whether they stay on their edition, move to a newer one or
 * begin again on it. Who cannot move stays, with the reason. The same decision again changes nothing.
 */
export async function decideMigration(
  world: World,
  viewer: Viewer | null,
  input: { holdId: string; enrolmentId?: string | undefined; to: string; decision: string },
): Promise<MigrationOutcome> {
  const decided = await world.db.transaction().execute(async (trx): Promise<MigrationOutcome> => {
    const hold = await findHold(trx, input.holdId);
    if (!hold || (viewer && !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })))
      return { ok: false, reason: 'not-found' };
    const decision = migrationDecisions.find((each): each is MigrationDecision => each === input.decision);
    if (!decision) return { ok: false, reason: 'not-a-decision' };
    await lockHold(trx, hold.id);
    const all = await listMovable(trx, hold.id, movableStates);
    const rows = input.enrolmentId === undefined ? all : all.filter(({ id }) => id === input.enrolmentId);
    if (input.enrolmentId !== undefined && rows.length === 0) return { ok: false, reason: 'not-found' };
    const oldest = [hold.edition, ...rows.map(({ edition }) => edition)].sort(compareEditions)[0]!;
    const to = world.catalogue.find(hold.course, input.to);
    const isShown = to && world.catalogue.isPublished(hold.course, input.to);
    // The edition they are on already is no mistake: the same form may have been sent twice.
    if (!isShown || compareEditions(input.to, oldest) < 0) return { ok: false, reason: 'no-such-edition' };
    await noteEdition(world, trx, to);
    const people: DecidedFor[] = [];
    for (const { id, name } of rows)
      people.push({ enrolmentId: id, name, ...(await decideForOne(world, trx, id, { to, decision, viewer })) });
    const whole = input.enrolmentId === undefined && decision !== 'stay';
    if (whole && compareEditions(hold.edition, input.to) < 0) await updateHoldEdition(trx, hold.id, input.to);
    return { ok: true, people };
  });
  if (decided.ok)
    for (const { enrolmentId, outcome } of decided.people)
      if (outcome === 'moved') await issueWhenAssessed(world, enrolmentId);
  return decided;
}
