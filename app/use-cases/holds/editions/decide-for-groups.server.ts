import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import { type MigrationDecision, migrationDecisions } from '#curriculum/flow/editions/migration.ts';
import { type MoverGroup, moverGroups } from '#curriculum/flow/editions/mover-group.ts';
import { updateHoldEdition } from '#db/queries/edition-move.ts';
import { lockHold } from '#db/queries/hold.ts';
import { decideForOne } from './decide-for-one.server.ts';
import { laterEditions } from './later-editions.ts';
import { listBehind } from './list-behind.server.ts';
import { listHoldsOfCourse } from './list-holds-of-course.server.ts';
import { listMovers } from './list-movers.server.ts';
import { noteEdition } from './note-edition.server.ts';
import { standingOf } from './standing-of.server.ts';

export type GroupsOutcome =
  | { ok: true; moved: number; stays: number; holds: number }
  | { ok: false; reason: 'not-found' | 'no-such-edition' | 'not-a-decision' | 'nothing-chosen' | 'changed-since' };

/**
 * Decides for each group of advisers, over all holds of a course that the viewer leads, whether they stay, move or begin
 * again. `standing` is what the page showed: if somebody has gone on, begun an attempt or been decided about since, the whole
 * decision is refused and nothing is done. A group without a decision is left as it is.
 */
export async function decideForGroups(
  world: World,
  viewer: Viewer,
  input: { course: string; to: string; standing: string; decisions: Partial<Record<MoverGroup, string>> },
): Promise<GroupsOutcome> {
  if (!may(viewer, 'lead-hold', { leaderIds: [viewer.personId] })) return { ok: false, reason: 'not-found' };
  const moved: string[] = [];
  const decided = await world.db.transaction().execute(async (trx): Promise<GroupsOutcome> => {
    const to = laterEditions(world, input.course, '0').find(({ course }) => course.edition === input.to);
    if (!to) return { ok: false, reason: 'no-such-edition' };
    const decisions = new Map<string, MigrationDecision>();
    for (const group of moverGroups) {
      const given = input.decisions[group];
      if (!given) continue;
      const decision = migrationDecisions.find((each) => each === given);
      if (!decision) return { ok: false, reason: 'not-a-decision' };
      decisions.set(group, decision);
    }
    if (decisions.size === 0) return { ok: false, reason: 'nothing-chosen' };
    const holds = await listHoldsOfCourse(world, trx, viewer, input.course);
    for (const { id } of holds) await lockHold(trx, id);
    for (const { row } of await listBehind(world, trx, holds, to)) await lockRecord(world, trx, row.id);
    // Read under the locks: what is decided now is what was shown, or nothing is.
    const movers = await listMovers(world, trx, holds, to);
    if (standingOf(movers, to) !== input.standing) return { ok: false, reason: 'changed-since' };
    await noteEdition(world, trx, to);
    let stays = 0;
    for (const { row, group } of movers) {
      const decision = decisions.get(group);
      if (!decision) continue;
      const { outcome } = await decideForOne(world, trx, row.id, { to, decision, viewer });
      if (outcome === 'moved') moved.push(row.id);
      else if (outcome === 'stays') stays += 1;
      else throw new Error(`${row.id} stands in ${group} and was left out: ${outcome}.`);
    }
    // Whoever comes to a hold has not begun either, so the hold goes where they go.
    const first = decisions.get('not-begun');
    const behind =
      first && first !== 'stay' ? holds.filter(({ edition }) => compareEditions(edition, input.to) < 0) : [];
    for (const { id } of behind) await updateHoldEdition(trx, id, input.to);
    return { ok: true, moved: moved.length, stays, holds: behind.length };
  });
  if (decided.ok) for (const enrolmentId of moved) await issueWhenAssessed(world, enrolmentId);
  return decided;
}
