import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { postLetter } from '#app/use-cases/record/post-letter.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { updateAffiliation } from '#db/queries/affiliation.ts';
import { endEmailChange } from '#db/queries/email-change.ts';
import { lockPerson, updateStatus } from '#db/queries/person.ts';
import { insertJoin, insertJoinChange, moveToKept, updateJoinedInto } from '#db/queries/person-join.ts';
import { revokeSessionsOf } from '#db/queries/session.ts';
import { type JoinKeys, type JoinRefusal, judgeJoin } from './judge-join.server.ts';

type Outcome = { ok: true; joinId: string; keptId: string } | { ok: false; reason: 'forbidden' | JoinRefusal };

/**
 * Makes two records of one person one: the kept one gets the certificates, courses, affiliations, roles, holds and notes
 * of the other, and only its address signs in. The other record stays, as it was signed off with; every row that moved is
 * noted, so that it can be undone.
 */
export function joinPeople(world: World, viewer: Viewer | null, keys: JoinKeys): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'join-people')) return { ok: false, reason: 'forbidden' };
    const found = await judgeJoin(world, trx, viewer, keys);
    // Always in the same order, so that two joins at once wait for each other.
    for (const id of [found.kept?.id, found.lost?.id].filter((each) => each !== undefined).sort())
      await lockPerson(trx, id);
    const { kept, lost, refusal, was, changed } = await judgeJoin(world, trx, viewer, keys);
    if (refusal || !kept || !lost) return { ok: false, reason: refusal ?? 'same' };
    const now = world.now();
    const join = { id: world.newId(), keptId: kept.id, lostId: lost.id };
    const by_person = viewer?.personId ?? null;
    await insertJoin(trx, { id: join.id, kept_id: kept.id, lost_id: lost.id, by_person, recorded_at: now });
    for (const row of changed) {
      const before = was.find(({ id }) => id === row.id)!;
      // Ends first: of one library a person has one affiliation without an end.
      await updateAffiliation(trx, row, now);
      await insertJoinChange(trx, {
        join_id: join.id,
        thing: 'affiliation-days',
        row_key: row.id,
        was: JSON.stringify(before),
        became: JSON.stringify(row),
      });
    }
    await moveToKept(trx, { ...join, day: dayOf(now), now });
    await updateJoinedInto(trx, lost.id, kept.id);
    await updateStatus(trx, lost.id, 'blocked');
    await revokeSessionsOf(trx, lost.id, now);
    await endEmailChange(trx, lost.id, now);
    await writeAudit(world, trx, { actor: by_person, action: 'people-joined', subject: kept.id, detail: lost.id });
    for (const person of [kept, lost])
      if (person.email && kept.email)
        await postLetter(world, trx, {
          recipient: person.email,
          language: person.language,
          key: `records-joined:${join.id}:${person.id}`,
          template: 'records-joined',
          said: { name: person.name, email: kept.email, url: `${world.publicUrl}/contact` },
          at: now,
        });
    return { ok: true, joinId: join.id, keptId: kept.id };
  });
}
