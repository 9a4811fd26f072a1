import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Affiliation } from '#curriculum/affiliation/put-right.ts';
import { cutAtClosing } from '#curriculum/affiliation/when-library-closes.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { updateAffiliation } from '#db/queries/affiliation.ts';
import { lockLibrary } from '#db/queries/library.ts';
import { listAffiliationsWithDropped, listAllGrants, lockPerson, updateStatus } from '#db/queries/person.ts';
import { findJoin, insertUndone, listJoinChanges, moveBack, updateJoinedInto } from '#db/queries/person-join.ts';

type Outcome = { ok: true } | { ok: false; reason: 'forbidden' | 'not-found' | 'undone' | 'joined-since' | 'roles' };

/**
 * Makes two of one again: each row that the join moved goes back, with what was issued for it since, and both addresses
 * sign in. Days of affiliations that were changed since then stay as they are, and nobody comes back to a library that has closed.
 */
export function undoJoin(world: World, viewer: Viewer | null, input: { joinId: string }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'join-people')) return { ok: false, reason: 'forbidden' };
    const join = await findJoin(trx, input.joinId);
    if (!join) return { ok: false, reason: 'not-found' };
    const locked = new Map<string, { joined_into: string | null } | undefined>();
    for (const id of [join.kept_id, join.lost_id].sort()) locked.set(id, await lockPerson(trx, id));
    // Asked again, because somebody else may have undone it while we waited.
    if ((await findJoin(trx, join.id))!.undone_at) return { ok: false, reason: 'undone' };
    if (locked.get(join.kept_id)?.joined_into) return { ok: false, reason: 'joined-since' };
    const now = world.now();
    const today = dayOf(now);
    if (viewer && !may(viewer, 'manage-people')) {
      const grants = await listAllGrants(trx, join.kept_id);
      const more = grants.some(({ role, valid_until }) => role !== 'adviser' && (valid_until ?? '9999') > today);
      if (more) return { ok: false, reason: 'roles' };
    }
    const by_person = viewer?.personId ?? null;
    await moveBack(trx, { id: join.id, keptId: join.kept_id, lostId: join.lost_id, now });
    const rows = [
      ...(await listAffiliationsWithDropped(trx, join.kept_id)),
      ...(await listAffiliationsWithDropped(trx, join.lost_id)),
    ];
    for (const change of await listJoinChanges(trx, join.id)) {
      const [was, became] = [JSON.parse(change.was) as Affiliation, JSON.parse(change.became) as Affiliation];
      const row = rows.find(({ id }) => id === change.key);
      const untouched = row?.valid_until === became.until && row.valid_from === became.from;
      if (row && untouched && row.number === became.library)
        await updateAffiliation(trx, cutAtClosing(was, await lockLibrary(trx, was.library)), now);
    }
    await updateJoinedInto(trx, join.lost_id, null);
    await updateStatus(trx, join.lost_id, 'active');
    await insertUndone(trx, { join_id: join.id, by_person, recorded_at: now });
    await writeAudit(world, trx, {
      actor: by_person,
      action: 'join-undone',
      subject: join.kept_id,
      detail: join.lost_id,
    });
    return { ok: true };
  });
}
