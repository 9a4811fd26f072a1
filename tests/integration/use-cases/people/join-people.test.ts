import { afterEach, expect, test } from 'vitest';
import { addPerson } from '#app/use-cases/people/add-person.server.ts';
import { findPeople } from '#app/use-cases/people/find-people.server.ts';
import { joinPeople } from '#app/use-cases/people/join/join-people.server.ts';
import { listRecentJoins } from '#app/use-cases/people/join/list-recent-joins.server.ts';
import { seeJoin } from '#app/use-cases/people/join/see-join.server.ts';
import { undoJoin } from '#app/use-cases/people/join/undo-join.server.ts';
import { seePerson } from '#app/use-cases/people/see-person.server.ts';
import { seeWork } from '#app/use-cases/people/see-work.server.ts';
import { setBlocked } from '#app/use-cases/people/set-blocked.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { sendSignInCode } from '#app/use-cases/sign-in/send-sign-in-code.server.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { listTries, putTry } from '#db/queries/exercise-try.ts';
import { listOwnMarks, putBookmark, putOwnNote } from '#db/queries/own-note.ts';
import { findPersonByEmail } from '#db/queries/person.ts';
import { listPracticeCards, putPracticeCard } from '#db/queries/practice.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('two records of one person', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** Vera is certified at Herning; a file with her new address made a second record at Odense, which took a seat. */
  async function stage() {
    world = await fakeWorld(await fresh());
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const cast = await castOf(world);
    const kept = cast.adviser.personId;
    await putCertificate(world, { personId: kept, number: '2026-00001', code: 'A', issuedOn: '2026-01-10' });
    const added = await addPerson(world, null, {
      ...{ givenName: 'Vera', familyName: 'Eksempel', email: 'vera@odense.example', roles: ['adviser'] },
      ...{ library: libraries.odense, from: '2026-11-24' },
    });
    if (!added.ok) throw new Error(added.reason);
    const lost = added.personId;
    const { enrolmentId } = await begin(world, { ...cast, adviser: { ...cast.adviser, personId: lost } });
    const keys = { kept: { personId: kept }, lost: { personId: lost } };
    return { boss, cast, kept, lost, keys, enrolmentId };
  }
  const rows = async () => {
    const all = await Promise.all(
      (['affiliation', 'role_grant', 'enrolment', 'certificate', 'person'] as const).map((table) =>
        world.db
          .selectFrom(table as 'affiliation')
          .selectAll()
          .orderBy('recorded_at')
          .execute(),
      ),
    );
    return JSON.stringify(all.map((each) => each.map(({ recorded_at: _, ...row }) => JSON.stringify(row)).sort()));
  };
  const certifiedAt = async (serviceId: string, day: string, knownOn?: string) =>
    (await readinessOfTheCountry(world, day, { knownOn })).services.find((each) => each.serviceId === serviceId)!
      .staffing.certified;

  test('are shown side by side and become one with everything of both; only the kept address signs in', async () => {
    const { boss, kept, lost, keys, enrolmentId } = await stage();
    expect(await seeJoin(world, boss, keys)).toMatchObject({
      refusal: null,
      kept: { certificates: ['2026-00001'], courses: [] },
      lost: { certificates: [], courses: [{ id: enrolmentId }], roles: ['adviser'] },
      ends: [{ library: 'Herning Bibliotek', lastDay: '2026-11-23', never: false }],
    });
    expect(await joinPeople(world, boss, keys)).toMatchObject({ ok: true, keptId: kept });
    expect(await seePerson(world, boss, kept)).toMatchObject({
      certificates: ['2026-00001'],
      courses: [{ enrolmentId }],
      affiliations: [{ number: libraries.odense }, { number: libraries.herning, until: '2026-11-24' }],
    });
    expect((await seeWork(world, boss, { personId: kept }))!.affiliations[0]).toMatchObject({
      guidesFrom: '2026-11-24',
    });
    expect(await seePerson(world, boss, lost)).toBeUndefined();
    expect((await findPeople(world, boss, 'Vera')).people.map(({ id }) => id)).toEqual([kept]);
    // The old address is hers, so nobody is added with it; but it gets no code.
    expect((await findPersonByEmail(world.db, 'vera@odense.example'))!.id).toBe(kept);
    await sendSignInCode(world, { email: 'vera@odense.example', client: 'test', language: 'da' });
    const letters = await world.db.selectFrom('outbox').select('dedupe_key').execute();
    expect(letters.filter(({ dedupe_key }) => dedupe_key.startsWith('code:'))).toEqual([]);
    expect(letters.filter(({ dedupe_key }) => dedupe_key.startsWith('records-joined:'))).toHaveLength(2);
    expect(await joinPeople(world, boss, keys)).toEqual({ ok: false, reason: 'no-lost' });
    expect(await checkAudit(world)).toEqual([]);
  });

  test('count where the person works now, and as before for what was known before', async () => {
    const { boss, keys } = await stage();
    world.clock.at = '2026-11-26T09:00:00.000Z';
    await joinPeople(world, boss, keys);
    expect(await certifiedAt('tjeneste-0461', '2026-11-25')).toBe(1);
    expect(await certifiedAt('tjeneste-0657', '2026-11-25')).toBe(0);
    expect(await certifiedAt('tjeneste-0461', '2026-11-25', '2026-11-25')).toBe(0);
    expect(await certifiedAt('tjeneste-0657', '2026-11-25', '2026-11-25')).toBe(1);
  });

  test('are two again when it is undone, with what was issued since for what was moved', async () => {
    const { boss, kept, lost, keys, enrolmentId } = await stage();
    const before = await rows();
    const joined = await joinPeople(world, boss, keys);
    if (!joined.ok) throw new Error(joined.reason);
    await putCertificate(world, {
      ...{ personId: kept, number: '2026-00002', code: 'B', issuedOn: '2026-11-24', enrolment_id: enrolmentId },
    });
    expect(await undoJoin(world, boss, joined)).toEqual({ ok: true });
    expect((await seePerson(world, boss, lost))!.certificates).toEqual(['2026-00002']);
    expect((await seePerson(world, boss, kept))!).toMatchObject({ certificates: ['2026-00001'], courses: [] });
    expect((await seePerson(world, boss, kept))!.affiliations).toMatchObject([
      { number: libraries.herning, until: null },
    ]);
    expect((await findPersonByEmail(world.db, 'vera@odense.example'))!).toMatchObject({ id: lost, status: 'active' });
    expect(await undoJoin(world, boss, joined)).toEqual({ ok: false, reason: 'undone' });
    expect(await listRecentJoins(world, boss)).toMatchObject([{ by: 'Arne Eksempel', undoneOn: '2026-11-24' }]);
    // Joined and undone once more, every row is as it was.
    await world.db.deleteFrom('certificate').where('number', '=', '2026-00002').execute();
    const again = await joinPeople(world, boss, keys);
    if (!again.ok) throw new Error(again.reason);
    await undoJoin(world, boss, again);
    expect(await rows()).toBe(before);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('keep the tries, notes and bookmarks of every course, and one card for each question, until it is undone', async () => {
    const { boss, kept, lost, keys, enrolmentId } = await stage();
    const at = world.now();
    const own = { enrolment_id: enrolmentId, step: 'm1' };
    await putTry(world.db, { ...own, exercise: 'mangler', answer: '{"chosen":["a"]}', at });
    await putOwnNote(world.db, { ...own, section: 'metoden', body: 'Hænderne på ryggen.', at });
    await putBookmark(world.db, { ...own, section: 'metoden', at });
    const card = (id: string, person_id: string, question: string) =>
      putPracticeCard(world.db, {
        ...{ id, person_id, question, course: 'it-paedagogisk-vejleder', edition: '2026.1', first_on: '2026-11-01' },
        ...{ last_on: '2026-11-01', due_on: '2026-11-09', stability: 1, difficulty: 5, asked: 1, missed: 0 },
        ...{ last: 'right', recorded_at: at },
      });
    await card('k1', kept, 'm1-q01');
    await card('l1', lost, 'm1-q01');
    await card('l2', lost, 'm1-q09');
    const cardsOf = async (person: string) =>
      (await listPracticeCards(world.db, person)).map(({ question }) => question).sort();
    const joined = await joinPeople(world, boss, keys);
    if (!joined.ok) throw new Error(joined.reason);
    expect(await cardsOf(kept)).toEqual(['m1-q01', 'm1-q09']);
    expect(await cardsOf(lost)).toEqual(['m1-q01']);
    expect(await listOwnMarks(world.db, kept)).toMatchObject({
      notes: [{ body: 'Hænderne på ryggen.' }],
      bookmarks: [{ section: 'metoden' }],
    });
    expect(await listOwnMarks(world.db, lost)).toEqual({ notes: [], bookmarks: [] });
    expect(await listTries(world.db, enrolmentId, 'm1')).toMatchObject([{ exercise: 'mangler', tries: 1 }]);
    expect((await findEnrolment(world.db, enrolmentId))!.person_id).toBe(kept);
    expect(await undoJoin(world, boss, joined)).toEqual({ ok: true });
    expect([await cardsOf(kept), await cardsOf(lost)]).toEqual([['m1-q01'], ['m1-q01', 'm1-q09']]);
    expect((await listOwnMarks(world.db, lost)).notes).toHaveLength(1);
  });

  test('are not joined while that would lose something, or by who may not', async () => {
    const { boss, cast, kept, lost, keys } = await stage();
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    expect(await joinPeople(world, cast.leader, keys)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await seeJoin(world, cast.leader, keys)).toBeUndefined();
    const refused = async (given: typeof keys, viewer = boss) => {
      const done = await joinPeople(world, viewer, given);
      return done.ok ? 'ok' : done.reason;
    };
    expect(await refused({ ...keys, lost: keys.kept })).toBe('same');
    expect(await refused({ ...keys, lost: { personId: 'none' } })).toBe('no-lost');
    expect(await refused({ kept: keys.kept, lost: { personId: boss.personId } })).toBe('yourself');
    // Who may not give roles gets none by joining records.
    const leads = { kept: keys.kept, lost: { personId: cast.leader.personId } };
    expect(await refused(leads, agency)).toBe('roles');
    await setBlocked(world, boss, { personId: lost, blocked: true });
    expect(await refused(keys)).toBe('blocked');
    await setBlocked(world, boss, { personId: lost, blocked: false });
    const { enrolmentId } = await begin(world, cast);
    expect(await refused(keys)).toBe('both-on-course');
    await world.db.updateTable('enrolment').set({ state: 'withdrawn' }).where('id', '=', enrolmentId).execute();
    await world.db
      .insertInto('quiz_attempt')
      .values({
        ...{ id: 'attempt', enrolment_id: enrolmentId, step: 's', number: 1, seed: 'x', deadline_at: null },
        ...{ started_at: world.now(), handed_in_at: null, recorded_at: world.now() },
      })
      .execute();
    expect(await refused(keys)).toBe('open-attempt');
    await world.db.updateTable('quiz_attempt').set({ handed_in_at: world.now() }).execute();
    await world.db.updateTable('affiliation').set({ valid_from: '2020-01-01' }).where('person_id', '=', lost).execute();
    expect(await refused(keys)).toBe('overlap');
    expect(await refused({ kept: keys.lost, lost: keys.kept })).toBe('overlap');
    expect((await seePerson(world, boss, kept))!.affiliations).toHaveLength(1);
  });
});
