import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { keyOf } from '#app/platform/session-cookie.server.ts';
import { clearWithheld } from '#app/use-cases/certificates/issuing/clear-withheld.server.ts';
import { listWithheld } from '#app/use-cases/certificates/issuing/list-withheld.server.ts';
import { addPerson } from '#app/use-cases/people/add-person.server.ts';
import { findPeople } from '#app/use-cases/people/find-people.server.ts';
import { grantRole } from '#app/use-cases/people/grant-role.server.ts';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { renamePerson } from '#app/use-cases/people/rename-person.server.ts';
import { revokeRole } from '#app/use-cases/people/revoke-role.server.ts';
import { seePerson } from '#app/use-cases/people/see-person.server.ts';
import { setBlocked } from '#app/use-cases/people/set-blocked.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { findViewer } from '#app/use-cases/sign-in/find-viewer.server.ts';
import { sendSignInCode } from '#app/use-cases/sign-in/send-sign-in-code.server.ts';
import { startSession } from '#app/use-cases/sign-in/start-session.server.ts';
import { listCertificatesOf } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('people', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    return { boss, vera, personId: vera.personId };
  }

  test('are managed by an administrator and nobody else', async () => {
    const { personId, vera } = await stage();
    for (const role of ['adviser', 'course-leader', 'agency', 'contact-person'] as const) {
      const stranger = await somebody(world, { givenName: 'Nogen', roles: [role], library: libraries.herning });
      expect(await seePerson(world, stranger, personId)).toBeUndefined();
      expect(await findPeople(world, stranger, 'vera')).toEqual({ people: [], count: 0, page: 1, of: 1 });
      for (const answer of [
        await renamePerson(world, stranger, { personId, givenName: 'A', familyName: 'B' }),
        await movePerson(world, stranger, { personId, library: libraries.odense, from: '2026-12-01' }),
        await setBlocked(world, stranger, { personId, blocked: true }),
        await grantRole(world, stranger, { personId, role: 'agency' }),
        await revokeRole(world, stranger, { personId, role: 'adviser' }),
      ])
        expect(answer).toEqual({ ok: false, reason: 'forbidden' });
    }
    expect(
      (await findPeople(world, { ...vera, grants: [{ role: 'administrator', serviceId: null }] }, 'vera')).people[0],
    ).toMatchObject({ name: 'Vera Eksempel', blocked: false, library: 'Herning Bibliotek' });
  });

  test('can be renamed from a day on; a wrong form changes nothing', async () => {
    const { boss, personId } = await stage();
    expect(await renamePerson(world, boss, { personId, givenName: ' ', familyName: '-' })).toEqual({
      ok: false,
      reason: 'no-name',
    });
    const long = { givenName: 'Vera', familyName: 'x'.repeat(101) };
    expect(await renamePerson(world, boss, { personId, ...long })).toEqual({ ok: false, reason: 'name-too-long' });
    expect(await addPerson(world, boss, { ...long, email: 'lang@b.example', roles: [] })).toEqual({
      ok: false,
      reason: 'name-too-long',
    });
    expect(await renamePerson(world, boss, { personId: 'none', givenName: 'A', familyName: 'B' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await renamePerson(world, boss, { personId, givenName: 'Vera', familyName: 'Nielsen' })).toEqual({
      ok: true,
    });
    // A second change on the same day corrects the first and adds no third name.
    expect(await renamePerson(world, boss, { personId, givenName: 'Vera', familyName: 'Nielson' })).toEqual({
      ok: true,
    });
    expect(await seePerson(world, boss, personId)).toMatchObject({
      name: 'Vera Nielson',
      formerNames: [{ name: 'Vera Eksempel', from: '2020-01-01' }],
    });
    // Sending the form again changes nothing; the corrected name stays on record.
    await renamePerson(world, boss, { personId, givenName: 'Vera', familyName: 'Nielson' });
    const names = await world.db
      .selectFrom('person_name')
      .select(['family_name', 'valid_from'])
      .where('person_id', '=', personId)
      .orderBy('recorded_at')
      .orderBy('valid_from')
      .execute();
    expect(names.map(({ family_name }) => family_name)).toEqual(['Eksempel', 'Nielsen', 'Nielson']);
    expect(names[1]!.valid_from).toBe(names[2]!.valid_from);
    expect((await findPeople(world, boss, 'Nielson')).people.map(({ id }) => id)).toEqual([personId]);
    expect((await findPeople(world, boss, 'Nielsen')).count).toBe(0);
  });

  test('are added once per address, even by two administrators at once', async () => {
    const { boss } = await stage();
    const person = {
      givenName: 'Ny',
      familyName: 'Eksempel',
      email: 'ny@bibliotek.example',
      roles: ['adviser' as const],
    };
    const outcomes = await Promise.all([addPerson(world, boss, person), addPerson(world, boss, person)]);
    expect(outcomes.map((outcome) => (outcome.ok ? 'added' : outcome.reason)).sort()).toEqual(['added', 'known-email']);
    expect((await findPeople(world, boss, 'ny@bibliotek')).count).toBe(1);
  });

  test('are one person however the address is written, also when they sign in', async () => {
    const { boss } = await stage();
    const person = { givenName: 'Suharto', familyName: '', roles: ['adviser' as const] };
    const added = await addPerson(world, boss, { ...person, email: '<Suharto@Bøger.example>\u200b' });
    if (!added.ok) throw new Error(added.reason);
    expect(await seePerson(world, boss, added.personId)).toMatchObject({
      name: 'Suharto',
      email: 'suharto@bøger.example',
    });
    for (const email of ['mailto:suharto@bøger.example', 'suharto@xn--bger-gra.example.', ' SUHARTO@bøger.example'])
      expect(await addPerson(world, boss, { ...person, email }), email).toEqual({ ok: false, reason: 'known-email' });
    await sendSignInCode(world, { email: 'suharto@xn--bger-gra.example\u00a0', client: 'test', language: 'da' });
    const letters = await world.db.selectFrom('outbox').select('recipient').execute();
    expect(letters).toEqual([{ recipient: 'suharto@bøger.example' }]);
    expect(await grantRole(world, boss, { email: 'mailto:Suharto@bøger.example', role: 'agency' })).toMatchObject({
      ok: true,
    });
  });

  test('are found without accents and in any order, in Danish order, fifty at a time with the count of all', async () => {
    const { boss } = await stage();
    for (const givenName of ['René', 'Åse', 'Anna-Marie', 'Zoé', 'Øjvind', 'O’Neill'])
      await somebody(world, { givenName, roles: ['adviser'] });
    const found = async (find: string) => (await findPeople(world, boss, find)).people.map(({ name }) => name);
    expect(await found('eksempel rene')).toEqual(['René Eksempel']);
    expect(await found('anna marie')).toEqual(['Anna-Marie Eksempel']);
    expect(await found("o'neill")).toEqual(['O’Neill Eksempel']);
    expect(await found('ojvind')).toEqual(['Øjvind Eksempel']);
    expect((await found('eksempel')).slice(-3)).toEqual(['Zoé Eksempel', 'Øjvind Eksempel', 'Åse Eksempel']);
    await renamePerson(world, boss, { personId: boss.personId, givenName: 'Åge', familyName: 'Boss' });
    expect(await found('aage')).toEqual(['Åge Boss']);
    expect(await found('arne eksempel')).toEqual([]);
    for (let at = 0; at < 60; at++) await somebody(world, { givenName: `Nummer${at}`, roles: [] });
    const many = await findPeople(world, boss, 'nummer');
    expect([many.people.length, many.count, many.page, many.of]).toEqual([50, 60, 1, 2]);
    expect(many.people[9]!.name).toBe('Nummer9 Eksempel');
    const rest = await findPeople(world, boss, 'nummer', 2);
    expect(rest.people.map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, at) => `Nummer${50 + at} Eksempel`),
    );
  });

  test('of one name are told apart in the list by their addresses', async () => {
    const { boss } = await stage();
    for (const at of [1, 2])
      await addPerson(world, boss, {
        givenName: 'Zenia',
        familyName: 'Eksempel',
        email: `zenia${at}@bib.example`,
        library: libraries.herning,
        roles: ['adviser'],
      });
    expect((await findPeople(world, boss, 'zenia')).people.map(({ name }) => name)).toEqual([
      'Zenia Eksempel (zenia1@bib.example)',
      'Zenia Eksempel (zenia2@bib.example)',
    ]);
  });

  test('move between libraries and leave, also before an end that is to come, but never before the last move; a contact person loses that role', async () => {
    const { boss, personId } = await stage();
    const kim = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    const move = (library: string, from: string) => movePerson(world, boss, { personId, library, from });
    expect(await move('999999', '2026-12-01')).toEqual({ ok: false, reason: 'no-library' });
    expect(await move(libraries.odense, '2026-02-30')).toEqual({ ok: false, reason: 'not-a-day' });
    expect(await move(libraries.odense, '2019-12-31')).toEqual({ ok: false, reason: 'before-last' });
    expect(await move(libraries.odense, '2026-11-24')).toEqual({ ok: true });
    expect(await move('', '2026-11-24')).toEqual({ ok: false, reason: 'before-last' });
    expect(await move('', '2026-12-24')).toEqual({ ok: true });
    expect(await move(libraries.esbjerg, '2026-12-01')).toEqual({ ok: true });
    expect((await seePerson(world, boss, personId))!.affiliations).toMatchObject([
      { number: libraries.esbjerg, from: '2026-12-01', until: null },
      { number: libraries.odense, from: '2026-11-24', until: '2026-12-01' },
      { number: libraries.herning, from: '2020-01-01', until: '2026-11-24' },
    ]);
    await movePerson(world, boss, { personId: kim.personId, library: libraries.odense, from: '2026-11-24' });
    expect((await seePerson(world, boss, kim.personId))!.grants).toMatchObject([
      { role: 'contact-person', now: false },
    ]);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('who lead stay leaders when they leave and come back, and nobody comes to a library that is closed', async () => {
    const { boss, personId } = await stage();
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    await movePerson(world, boss, { personId: leader.personId, library: '', from: '2026-12-01' });
    await movePerson(world, boss, { personId: leader.personId, library: libraries.herning, from: '2027-01-01' });
    const works = world.db.selectFrom('affiliation').select('work').where('person_id', '=', leader.personId);
    expect((await works.execute()).map(({ work }) => work)).toEqual(['course-leader', 'course-leader']);
    const closing = world.db.updateTable('library').set({ closed_on: '2026-12-01' });
    await closing.where('number', '=', libraries.odense).execute();
    const closed = { ok: false, reason: 'library-closed' };
    expect(await movePerson(world, boss, { personId, library: libraries.odense, from: '2026-12-01' })).toEqual(closed);
    const nanna = { givenName: 'Nanna', familyName: '', email: 'nanna@b.example', roles: [], from: '2027-01-01' };
    expect(await addPerson(world, boss, { ...nanna, library: libraries.odense })).toEqual(closed);
  });

  test('become contact persons of the library service where they work, or not at all', async () => {
    const { boss, personId } = await stage();
    expect(await grantRole(world, boss, { personId: boss.personId, role: 'contact-person' })).toEqual({
      ok: false,
      reason: 'no-library',
    });
    expect(await grantRole(world, boss, { personId, role: 'contact-person' })).toEqual({ ok: true, changed: true });
    expect((await seePerson(world, boss, personId))!.grants).toContainEqual(
      expect.objectContaining({ role: 'contact-person', service: expect.stringContaining('Herning'), now: true }),
    );
  });

  test('are signed out everywhere when they are blocked, and can be unblocked; the last administrator cannot be blocked', async () => {
    const { boss, personId } = await stage();
    const key = keyOf(await startSession(world, world.db, { personId, method: 'code' }));
    expect(await findViewer(world, key)).toBeDefined();
    expect(await setBlocked(world, boss, { personId: boss.personId, blocked: true })).toEqual({
      ok: false,
      reason: 'yourself',
    });
    expect(await setBlocked(world, null, { personId: boss.personId, blocked: true })).toEqual({
      ok: false,
      reason: 'last-administrator',
    });
    expect(await setBlocked(world, boss, { personId, blocked: true })).toEqual({ ok: true });
    expect(await findViewer(world, key)).toBeUndefined();
    expect((await findPeople(world, boss, 'VERA')).people[0]).toMatchObject({ blocked: true });
    expect(await setBlocked(world, boss, { personId, blocked: false })).toEqual({ ok: true });
    expect(await findViewer(world, key)).toBeUndefined();
    expect((await seePerson(world, boss, personId))!.blocked).toBe(false);
  });

  test('who are blocked do not count as administrators, so the last active one cannot be removed', async () => {
    const { boss } = await stage();
    const asleep = await somebody(world, { givenName: 'Asta', roles: ['administrator'] });
    await setBlocked(world, boss, { personId: asleep.personId, blocked: true });
    const no = { ok: false, reason: 'last-administrator' };
    expect(await setBlocked(world, null, { personId: boss.personId, blocked: true })).toEqual(no);
    expect(await revokeRole(world, boss, { personId: boss.personId, role: 'administrator' })).toEqual(no);
    expect(await setBlocked(world, boss, { personId: asleep.personId, blocked: false })).toEqual({ ok: true });
    expect(await revokeRole(world, boss, { personId: boss.personId, role: 'administrator' })).toMatchObject({
      ok: true,
    });
  });

  test('get and lose one role at a time, without effect on others', async () => {
    const { boss, vera, personId } = await stage();
    const { email } = await world.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    const villy = await somebody(world, {
      givenName: 'Villy',
      roles: ['agency', 'adviser'],
      library: libraries.odense,
    });
    const rolesOf = async (who: { personId: string }) =>
      (await seePerson(world, boss, who.personId))!.grants.filter(({ now }) => now).map(({ role }) => role);
    // The address is typed with capitals and spaces.
    const given = { email: ` ${email!.toUpperCase()}`, role: 'agency' as const };
    expect(await grantRole(world, boss, given)).toEqual({ ok: true, changed: true });
    expect(await grantRole(world, boss, given)).toEqual({ ok: true, changed: false });
    expect(await rolesOf(vera)).toEqual(['agency', 'adviser']);
    expect(await revokeRole(world, boss, given)).toEqual({ ok: true, changed: true });
    expect(await revokeRole(world, boss, given)).toEqual({ ok: true, changed: false });
    expect([await rolesOf(vera), await rolesOf(villy)]).toEqual([['adviser'], ['adviser', 'agency']]);
    await movePerson(world, boss, { personId, library: libraries.esbjerg, from: '2026-12-01' });
    expect((await seePerson(world, boss, villy.personId))!.affiliations).toMatchObject([{ until: null }]);
  });

  test('are changed with an audit entry that names who did it; a refused change leaves none', async () => {
    const { boss, personId } = await stage();
    const lines = async () =>
      (await world.db.selectFrom('audit').select(['actor', 'action', 'subject']).orderBy('seq').execute()).filter(
        ({ actor }) => actor !== null,
      );
    const by = boss.personId;
    await renamePerson(world, boss, { personId, givenName: 'Vera', familyName: 'x'.repeat(200) });
    await movePerson(world, boss, { personId, library: '999999', from: '2026-12-01' });
    await setBlocked(world, boss, { personId: by, blocked: true });
    expect(await lines()).toEqual([]);
    await renamePerson(world, boss, { personId, givenName: 'Vera', familyName: 'Nielsen' });
    await movePerson(world, boss, { personId, library: libraries.odense, from: '2026-12-01' });
    await setBlocked(world, boss, { personId, blocked: true });
    await grantRole(world, boss, { personId, role: 'agency' });
    await revokeRole(world, boss, { personId, role: 'agency' });
    expect(await lines()).toEqual(
      ['person-renamed', 'person-moved', 'person-blocked', 'role-granted', 'role-revoked'].map((action) => ({
        actor: by,
        action,
        subject: personId,
      })),
    );
  });

  test('who are erased cannot be changed', async () => {
    const { boss, personId } = await stage();
    await world.db.updateTable('person').set({ status: 'erased' }).where('id', '=', personId).execute();
    const no = { ok: false, reason: 'not-found' };
    expect(await renamePerson(world, boss, { personId, givenName: 'Vera', familyName: 'Igen' })).toEqual(no);
    expect(await setBlocked(world, boss, { personId, blocked: false })).toEqual(no);
    expect(await seePerson(world, boss, personId)).toBeUndefined();
    expect((await findPeople(world, boss, 'vera')).count).toBe(0);
  });

  test('whose name cannot be printed get their certificate after the name is corrected', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const { personId } = cast.adviser;
    await renamePerson(world, boss, { personId, givenName: 'Vera 漢', familyName: 'Eksempel' });
    await world.db.updateTable('person').set({ language: 'en' }).where('id', '=', personId).execute();
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [cast.leader] });
    world.clock.at = clock.world.now();
    const letters = world.db.selectFrom('outbox').select('body').where('dedupe_key', 'like', 'withheld:%');
    expect((await letters.executeTakeFirstOrThrow()).body).toContain('characters that the certificate cannot show: 漢');
    expect((await listWithheld(world, boss))[0]).toMatchObject({ reason: expect.stringContaining('漢') });
    expect(await clearWithheld(world, boss, { enrolmentId: enrolled.enrolmentId })).toEqual({ ok: true });
    expect(await listWithheld(world, boss), 'still not printable').toHaveLength(1);
    await renamePerson(world, boss, { personId, givenName: 'Vera Han', familyName: 'Eksempel' });
    expect(await clearWithheld(world, boss, { enrolmentId: enrolled.enrolmentId })).toEqual({ ok: true });
    expect(await listCertificatesOf(world.db, personId)).toMatchObject([{ name_at_issue: 'Vera Han Eksempel' }]);
  });
});
