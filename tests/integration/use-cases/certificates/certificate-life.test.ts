import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { readCertificateFile } from '#app/use-cases/certificates/register/read-certificate-file.server.ts';
import { reissueCertificate } from '#app/use-cases/certificates/register/reissue-certificate.server.ts';
import { replaceCertificate } from '#app/use-cases/certificates/register/replace-certificate.server.ts';
import { seeCertificate } from '#app/use-cases/certificates/register/see-certificate.server.ts';
import { renamePerson } from '#app/use-cases/people/rename-person.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import type { CertificateAction } from '#curriculum/certification/certificate-actions.ts';
import { listCertificateEvents, listCertificatesOf } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, pass, somebody, someHold } from '../../../world.ts';

const reason = 'Styrelsen ser på grundlaget.';

onBothDatabases('a certificate during its life', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const earn = async (holdId: string) => {
      const enrolled = await begin(world, { ...cast, holdId });
      const clock = worldThrough(world, world.clock.at);
      await walkTo(clock, enrolled, { leaders: [cast.leader] });
      world.clock.at = clock.world.now();
      pass(world, 60);
      return enrolled;
    };
    const { enrolmentId } = await earn(cast.holdId);
    const own = () => listCertificatesOf(world.db, cast.adviser.personId);
    const first = (await own())[0]!;
    const put = (action: Exclude<CertificateAction, 'replace' | 'reissue'>, number = first.number) =>
      changeCertificate(world, agency, { number, action, reason });
    const reissue = (number = first.number) => reissueCertificate(world, agency, { number, reason });
    const certified = async () =>
      (await readinessOn(world, agency, world.clock.at.slice(0, 10)))!.services.find(({ municipalities }) =>
        municipalities.some(({ name }) => name === 'Herning'),
      )!.staffing.certified;
    const again = async () => earn(await someHold(world, cast.leader));
    return { ...cast, agency, first, put, reissue, own, again, certified, enrolmentId };
  }
  const statusOf = async (code: string) => {
    const checked = await checkCertificate(world, { code });
    return checked.ok && checked.is === 'certificate' && checked.certificate.status;
  };
  /** The letters with these words in the subject and the reason in the body. */
  const letters = async (said: string, why = reason) => {
    const sent = await world.db.selectFrom('outbox').select(['subject', 'body']).execute();
    return sent.filter(({ subject, body }) => subject.includes(said) && body.includes(why));
  };

  test('counts nowhere while it is suspended and counts again afterwards; each change has a reason, a letter and an audit entry', async () => {
    const { first, put, agency, certified } = await stage();
    expect(await certified()).toBe(1);
    expect(await put('suspend')).toEqual({ ok: true });
    expect([await statusOf(first.verify_code), await certified()]).toEqual(['suspended', 0]);
    pass(world, 24 * 60);
    expect(await put('lift')).toEqual({ ok: true });
    expect([await statusOf(first.verify_code), await certified()]).toEqual(['valid', 1]);
    expect((await listCertificateEvents(world.db, first.number)).slice(1)).toMatchObject([
      { type: 'suspended', reason, actor: agency.personId },
      { type: 'suspension-lifted', reason, actor: agency.personId },
    ]);
    for (const said of ['sat midlertidigt ud af kraft', 'gælder igen']) expect(await letters(said)).toHaveLength(1);
    const noted = await world.db.selectFrom('audit').select('action').where('subject', '=', first.number).execute();
    expect(noted.map(({ action }) => action)).toEqual([
      'certificate-issued',
      'certificate-suspended',
      'certificate-suspension-lifted',
    ]);
  });

  test('is changed once when two people act at once; the second is told the new status', async () => {
    const { first, put, reissue, agency, adviser, leader } = await stage();
    for (const action of ['suspend', 'lift'] as const) {
      const pressed = await Promise.all([put(action), put(action)]);
      expect(pressed.map((each) => (each.ok ? 'done' : each.reason)).sort(), action).toEqual(['done', 'not-now']);
      pass(world, 1);
    }
    expect(await put('lift')).toEqual({ ok: false, reason: 'not-now', status: 'valid' });
    expect(await reissue()).toEqual({ ok: false, reason: 'not-now', status: 'valid' });
    expect(await changeCertificate(world, agency, { number: first.number, action: 'suspend', reason: ' x ' })).toEqual({
      ok: false,
      reason: 'reason-missing',
    });
    expect(await put('suspend', '2026-99999')).toEqual({ ok: false, reason: 'not-found' });
    for (const viewer of [adviser, leader]) {
      expect(await changeCertificate(world, viewer, { number: first.number, action: 'suspend', reason })).toEqual({
        ok: false,
        reason: 'forbidden',
      });
      expect(await replaceCertificate(world, viewer, { number: first.number, reason })).toMatchObject({
        reason: 'forbidden',
      });
    }
  });

  test('stays revoked for good; after a mistake another is issued in its place, once and for the same period', async () => {
    const { first, put, reissue, own, again, agency, certified } = await stage();
    expect(await put('suspend')).toEqual({ ok: true });
    pass(world, 60);
    expect(await put('revoke')).toEqual({ ok: true });
    expect(await certified()).toBe(0);
    pass(world, 60);
    for (const action of ['lift', 'revoke', 'suspend'] as const)
      expect(await put(action)).toEqual({ ok: false, reason: 'not-now', status: 'revoked' });
    expect((await seeCertificate(world, agency, first.number))!.actions).toEqual(['reissue']);
    const pressed = await Promise.all([reissue(), reissue()]);
    expect(pressed.map((each) => (each.ok ? 'done' : each.reason)).sort()).toEqual(['done', 'reissued-already']);
    const [next] = await own();
    expect(next).toMatchObject({ replaces: first.number, valid_until: first.valid_until, enrolment_id: null });
    expect(next!.verify_code).not.toBe(first.verify_code);
    expect([await statusOf(first.verify_code), await statusOf(next!.verify_code)]).toEqual(['revoked', 'valid']);
    expect(await certified()).toBe(1);
    expect(await letters('Du har fået et nyt bevis')).toHaveLength(1);
    expect(await seeCertificate(world, agency, first.number)).toMatchObject({ actions: [], successor: next!.number });
    const noted = await world.db.selectFrom('audit').select('detail').where('action', '=', 'certificate-reissued');
    expect(await noted.execute()).toEqual([{ detail: `${next!.number}: ${reason}` }]);
    // What was issued in its place can be revoked by mistake too.
    await put('revoke', next!.number);
    await again();
    expect(await reissue(next!.number)).toEqual({ ok: false, reason: 'another-holds' });
    // A suspended certificate may become valid again, and then there would be two.
    await put('suspend', (await own())[0]!.number);
    expect(await reissue(next!.number)).toEqual({ ok: false, reason: 'another-holds' });
  });

  test('is not issued again after its period', async () => {
    const { first, put, reissue } = await stage();
    await put('revoke');
    world.clock.at = `${first.valid_until}T09:00:00.000Z`;
    expect(await reissue()).toEqual({ ok: false, reason: 'period-over' });
  });

  test('is replaced after a change of name by one with the same period, and the old code answers that it was replaced', async () => {
    const { first, put, own, agency, adviser, certified } = await stage();
    const replace = () => replaceCertificate(world, agency, { number: first.number, reason: 'Har fået nyt navn.' });
    expect(await replace()).toEqual({ ok: false, reason: 'same-name' });
    expect((await seeCertificate(world, agency, first.number))!.actions).toEqual(['suspend', 'revoke']);
    await renamePerson(world, null, { personId: adviser.personId, givenName: 'Vera Bjørk', familyName: 'Eksempel' });
    expect(await seeCertificate(world, agency, first.number)).toMatchObject({
      nameNow: 'Vera Bjørk Eksempel',
      actions: ['replace', 'suspend', 'revoke'],
    });
    await put('suspend');
    expect(await replace()).toEqual({ ok: false, reason: 'not-now', status: 'suspended' });
    pass(world, 60);
    await put('lift');
    pass(world, 24 * 60);
    // The library is the one at the first issue, wherever the holder works now.
    const library_at_issue = 'Horsens Bibliotek, 761500';
    await world.db.updateTable('certificate').set({ library_at_issue }).execute();

    const pressed = await Promise.all([replace(), replace()]);
    expect(pressed.map((each) => (each.ok ? 'done' : each.reason)).sort()).toEqual(['done', 'not-now']);
    const [second, ...older] = await own();
    expect(older).toHaveLength(1);
    expect(second).toMatchObject({
      name_at_issue: 'Vera Bjørk Eksempel',
      valid_from: first.valid_from,
      valid_until: first.valid_until,
      library_at_issue,
      replaces: first.number,
      supersedes: null,
      enrolment_id: null,
    });
    expect(second!.verify_code).not.toBe(first.verify_code);
    expect(await letters('med dit nye navn er klar', 'Har fået nyt navn.')).toHaveLength(1);
    expect([await statusOf(first.verify_code), await statusOf(second!.verify_code)]).toEqual(['replaced', 'valid']);
    expect(await certified()).toBe(1);
    for (const language of ['da', 'en'])
      expect(await readCertificateFile(world, adviser, { number: second!.number, language })).toBeDefined();
    expect(await seeCertificate(world, agency, first.number)).toMatchObject({ actions: [], successor: second!.number });
    expect(await seeCertificate(world, agency, second!.number)).toMatchObject({ former: first.number });
    // A second change of name must find the enrolment that earned the certificate.
    await renamePerson(world, null, { personId: adviser.personId, givenName: 'Vera', familyName: 'Eksempel' });
    expect(await replaceCertificate(world, agency, { number: second!.number, reason })).toMatchObject({ ok: true });
  });

  test('is not replaced if the new name cannot be printed', async () => {
    const { first, agency, adviser, own } = await stage();
    await renamePerson(world, null, { personId: adviser.personId, givenName: '美', familyName: 'Eksempel' });
    expect(await replaceCertificate(world, agency, { number: first.number, reason })).toEqual({
      ok: false,
      reason: 'letters-missing',
      letters: ['美'],
    });
    expect([(await own()).length, await statusOf(first.verify_code)]).toEqual([1, 'valid']);
  });

  test('is not superseded while it is suspended: the new one is withheld until the agency decides', async () => {
    const { first, put, own, again } = await stage();
    await put('suspend');
    const { enrolmentId } = await again();
    const row = await world.db.selectFrom('enrolment').select('state').where('id', '=', enrolmentId).executeTakeFirst();
    expect([row?.state, (await own()).length, await statusOf(first.verify_code)]).toEqual(['withheld', 1, 'suspended']);
  });
});
