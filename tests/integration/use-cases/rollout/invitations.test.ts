import { afterEach, expect, test } from 'vitest';
import { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { seeWave } from '#app/use-cases/rollout/board/see-wave.server.ts';
import { answerByLink } from '#app/use-cases/rollout/invitations/answer-by-link.server.ts';
import { answerSecret } from '#app/use-cases/rollout/invitations/answer-secret.ts';
import { inviteServices } from '#app/use-cases/rollout/invitations/invite-services.server.ts';
import { noteAnswer } from '#app/use-cases/rollout/invitations/note-answer.server.ts';
import { printInvitations } from '#app/use-cases/rollout/invitations/print-invitations.server.ts';
import { remindInvited } from '#app/use-cases/rollout/invitations/remind-invited.server.ts';
import { remindOfInvitations } from '#app/use-cases/rollout/invitations/remind-of-invitations.server.ts';
import { seeAnswerLink } from '#app/use-cases/rollout/invitations/see-answer-link.server.ts';
import { seeInvitations } from '#app/use-cases/rollout/invitations/see-invitations.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import { recordWave } from '#app/use-cases/rollout/waves/record-wave.server.ts';
import { listInvitations } from '#db/queries/invitation.ts';
import { onBothDatabases } from '../../../databases.ts';
import { readPdf, textOf } from '../../../unit/certificates/read-pdf.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const [herning, horsens, odense] = ['tjeneste-0657', 'tjeneste-0615', 'tjeneste-0461'];
const day = 24 * 60;

onBothDatabases('an invitation to the rollout', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    await somebody(world, { givenName: 'Kaj', roles: ['contact-person'], library: libraries.horsens });
    const made = await recordWave(world, agency, { name: 'Bølge 1', opensOn: '2027-03-01' });
    if (!made.ok) throw new Error(JSON.stringify(made));
    const invite = (more: object = {}, viewer = agency) =>
      inviteServices(world, viewer, {
        ...{ services: [herning, horsens], waveId: made.id, way: 'mail', answerBy: '2026-12-18', message: '' },
        ...{ preview: false, ...more },
      });
    const linkOf = async (serviceId: string) => {
      const found = (await listInvitations(world.db)).find((each) => each.serviceId === serviceId)!;
      return answerSecret(world, found.id);
    };
    const answer = async (serviceId: string, said: string, reason = '') =>
      answerByLink(world, { secret: await linkOf(serviceId), answer: said, reason, client: 'a' });
    const letters = async (begins: string) =>
      (await world.db.selectFrom('outbox').select(['dedupe_key', 'body']).execute()).filter((each) =>
        each.dedupe_key.startsWith(begins),
      );
    const question = async () =>
      answerQuestion(world, 'invitations', { now: await readinessOfTheCountry(world, world.now().slice(0, 10)) });
    return { agency, contact, invite, linkOf, answer, letters, question };
  }

  test('shows first who would get it, and names those without a contact person', async () => {
    const { agency, contact, invite, letters } = await begin();
    await recordRollout(world, agency, { serviceId: horsens, type: 'committed', onDay: '2026-11-20', note: '' });
    expect(await invite({ services: [herning, horsens, odense], preview: true })).toEqual({
      ...{ ok: true, sent: false },
      plan: {
        invited: [{ serviceId: herning, service: 'Bibliotekerne i Herning', recipients: ['Kim Eksempel'] }],
        leftOut: [
          { service: 'Bibliotekerne i Horsens', why: 'committed' },
          { service: expect.stringContaining('Odense'), why: 'no-contact' },
        ],
        letters: 1,
      },
    });
    expect(await listInvitations(world.db)).toEqual([]);
    expect(await invite({}, contact)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await invite({ services: [], way: '', answerBy: '2026-11-24' })).toMatchObject({
      issues: [
        { field: 'services', problem: 'missing' },
        { field: 'way', problem: 'missing' },
        { field: 'answerBy', problem: 'past' },
      ],
    });
    expect(await invite({ services: [odense] })).toEqual({ ok: false, reason: 'nobody' });
    expect(await invite({ services: [odense], way: 'paper' })).toEqual({ ok: true, sent: true });
    expect(await letters('invitation:')).toEqual([]);
  });

  test('is sent once by a form that is sent twice, and carries a link of which only the hash is kept', async () => {
    const { invite, letters, linkOf } = await begin();
    const form = { operationId: 'one' };
    expect(await Promise.all([invite(form), invite(form)])).toEqual(Array(2).fill({ ok: true, sent: true }));
    const sent = await letters('invitation:');
    expect(sent).toHaveLength(2);
    const secret = await linkOf(herning);
    expect(sent.filter(({ body }) => body.includes(`/answer/${secret}`))).toHaveLength(1);
    const stored = await world.db.selectFrom('invitation').select('secret_hash').execute();
    expect(stored.map(({ secret_hash }) => secret_hash)).not.toContain(secret);
    expect(await seeAnswerLink(world, { secret, client: 'a' })).toMatchObject({
      view: { standing: 'open', wave: 'Bølge 1', answerBy: '2026-12-18' },
    });
    expect(await seeAnswerLink(world, { secret: 'guess', client: 'a' })).toEqual({ ok: false, reason: 'not-found' });
  });

  test('on paper is printed with the link that answers, as long as it is awaited, for the agency alone', async () => {
    const { agency, contact, invite, answer, linkOf } = await begin();
    const print = (viewer = agency, invitationId?: string) =>
      printInvitations(world, viewer, { language: 'da', invitationId });
    await invite({ services: [herning] });
    expect(await print()).toEqual({ ok: false, reason: 'nobody' });
    await invite({ services: [horsens, odense], way: 'paper', message: 'Ring gerne.' });
    expect(await print(contact)).toEqual({ ok: false, reason: 'forbidden' });
    const onPaper = (await seeInvitations(world, agency))!.invitations.filter((each) => each.onPaper);
    expect(onPaper.map(({ serviceId }) => serviceId).sort()).toEqual([odense, horsens].sort());
    const [both, one] = [await print(), await print(agency, onPaper[0]!.id)];
    if (!both.ok || !one.ok) throw new Error('The letters were not printed.');
    const text = (await textOf(both.bytes)).replace(/\s/g, '');
    for (const service of [horsens, odense]) expect(text).toContain(`/answer/${await linkOf(service)}`);
    expect(text).toContain('Svarsenestden18.december2026');
    expect((await readPdf(one.bytes)).pages).toBe(1);
    expect(await answer(horsens, 'yes')).toMatchObject({ ok: true });
    const left = await print();
    if (!left.ok) throw new Error(left.reason);
    expect((await readPdf(left.bytes)).pages).toBe(1);
    pass(world, 30 * day);
    expect(await print()).toEqual({ ok: false, reason: 'nobody' });
  });

  test('on paper is printed for a wave; a letter that cannot be drawn is named, and the others are printed without it', async () => {
    const { agency, invite } = await begin();
    await invite({ services: [odense], way: 'paper', message: 'Ring gerne.' });
    await invite({ services: [horsens], way: 'paper', message: 'Kom 汉' });
    const { invitations } = (await seeInvitations(world, agency))!;
    const [left, printed] = [horsens, odense].map((service) => invitations.find((each) => each.serviceId === service)!);
    const print = (more: object) => printInvitations(world, agency, { language: 'da', ...more });
    expect(await print({ waveId: 'another' })).toEqual({ ok: false, reason: 'nobody' });
    expect((await seeWave(world, agency, { waveId: left!.waveId, asOf: '2026-11-24' }))!.paperLetters).toBe(2);
    expect(await print({ waveId: left!.waveId })).toEqual({ ok: false, reason: 'not-drawn', undrawn: [left!.id] });
    expect(await print({ invitationId: left!.id })).toMatchObject({ reason: 'not-drawn' });
    expect(await print({ without: [left!.id, printed!.id] })).toEqual({ ok: false, reason: 'nobody' });
    const others = await print({ waveId: left!.waveId, without: [left!.id] });
    if (!others.ok) throw new Error(others.reason);
    const file = await readPdf(others.bytes);
    expect([file.pages, file.text]).toEqual([1, expect.stringContaining('Odense')]);
  });

  test('is answered by its link once: a yes is a commitment, a no says why', async () => {
    const { invite, answer, question, linkOf } = await begin();
    await invite();
    expect((await question()).totals).toMatchObject({ unanswered: 2, answered: 0 });
    expect(await answer(horsens, 'no')).toMatchObject({ issues: [{ field: 'reason', problem: 'missing' }] });
    expect(await answer(horsens, '')).toMatchObject({ issues: [{ field: 'answer', problem: 'missing' }] });
    const twice = await Promise.all([answer(herning, 'yes'), answer(herning, 'yes')]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(twice.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'used' });
    expect(await answer(horsens, 'no', 'Vi har ingen vejledere')).toEqual({ ok: true });
    const types = await world.db.selectFrom('rollout_event').select(['service_id', 'type']).orderBy('id').execute();
    expect(types.filter(({ type }) => type === 'committed').map(({ service_id }) => service_id)).toEqual([herning]);
    expect(await question()).toMatchObject({ rows: [], totals: { unanswered: 0, answered: 2, notInvited: 96 } });
    expect(await seeAnswerLink(world, { secret: await linkOf(horsens), client: 'a' })).toMatchObject({
      view: { standing: 'used', answered: 'no' },
    });
  });

  test('cannot be answered by its link after the last day or after a later one; the agency notes it by hand', async () => {
    const { agency, contact, invite, answer } = await begin();
    await invite();
    const [first] = await listInvitations(world.db, { services: [herning] });
    const old = answerSecret(world, first!.id);
    pass(world, day);
    await invite({ services: [herning] });
    expect(await answerByLink(world, { secret: old, answer: 'yes', reason: '', client: 'a' })).toMatchObject({
      reason: 'replaced',
    });
    pass(world, 30 * day);
    expect(await answer(herning, 'yes')).toEqual({ ok: false, reason: 'late' });
    const [latest] = await listInvitations(world.db, { services: [herning] });
    const note = (said: string, viewer = agency) =>
      noteAnswer(world, viewer, { invitationId: latest!.id, answer: said, reason: 'Ringede i dag' });
    expect(await note('later', contact)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await note('later')).toEqual({ ok: true });
    expect(await note('yes'), 'they changed their mind').toEqual({ ok: true });
    expect(await note('no')).toEqual({ ok: false, reason: 'refused', refusal: { reason: 'already-committed' } });
    const view = (await seeInvitations(world, agency))!;
    expect(view.invitations.find(({ serviceId }) => serviceId === herning)).toMatchObject({
      ...{ answer: 'yes', reason: 'Ringede i dag', awaited: false },
    });
    expect(await seeInvitations(world, contact)).toBeUndefined();
  });

  test('is reminded of once at each mark, and once a day by hand, until it is answered', async () => {
    const { agency, invite, answer, letters } = await begin();
    await invite();
    const round = async () => {
      await remindOfInvitations(world);
      await remindOfInvitations(world);
      return (await letters('reminder:')).length;
    };
    expect(await round(), 'weeks before').toBe(0);
    expect(await remindInvited(world, agency)).toEqual({ ok: true, letters: 2 });
    expect(await remindInvited(world, agency)).toEqual({ ok: true, letters: 0 });
    await answer(herning, 'yes');
    pass(world, 17 * day);
    expect(await round(), '7 days before').toBe(3);
    pass(world, day);
    expect(await round()).toBe(3);
    pass(world, 4 * day);
    expect(await round(), '2 days before').toBe(4);
    pass(world, 10 * day);
    expect(await round(), 'after the last day').toBe(4);
    expect(await remindInvited(world, agency)).toEqual({ ok: false, reason: 'nobody' });
  });

  test('may be opened and answered only so many times an hour from one network', async () => {
    await begin();
    const outcomes = await Promise.all(
      Array.from({ length: 25 }, (_, at) =>
        answerByLink(world, { secret: `guess ${at}`, answer: 'yes', reason: '', client: 'b' }),
      ),
    );
    expect(outcomes.filter((each) => !each.ok && each.reason === 'too-many')).toHaveLength(5);
  });
});
