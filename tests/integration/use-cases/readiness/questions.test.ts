import { afterEach, expect, test } from 'vitest';
import { questionTable } from '#app/server/question-table.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import { questions } from '#app/use-cases/readiness/questions/answers.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody, someHold } from '../../../world.ts';

const today = '2026-11-24';

onBothDatabases('the questions about readiness', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const ask = async <Key extends (typeof questions)[number]>(question: Key, asOf = today, since?: string) => {
    const now = await readinessOfTheCountry(world, asOf);
    const before = since === undefined ? undefined : await readinessOfTheCountry(world, since);
    return (await answerQuestion(world, question, { now, before })) as Extract<
      Awaited<ReturnType<typeof answerQuestion>>,
      { verb: Key }
    >;
  };
  const certified = (personId: string, at: number, more: { valid_until?: string } = {}) =>
    putCertificate(world, {
      personId,
      number: `2026-0000${at}`,
      code: `K7QM${at}`,
      issuedOn: '2026-01-10',
      ...more,
    });

  test('say how many advisers are missing, with the sum that readiness says, and which holds have free seats', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
    await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.herning });
    await certified(vera.personId, 1);
    await someHold(world, leader);
    const { rows, totals } = await ask('shortage');
    const { services } = await readinessOfTheCountry(world, today);
    const known = services.filter(({ staffing }) => (staffing.missing ?? 0) > 0);
    expect(totals.missing).toBe(known.reduce((sum, { staffing }) => sum + staffing.missing!, 0));
    expect(totals).toMatchObject({ short: known.length, unknown: services.length - known.length });
    expect(rows.find(({ name }) => name === 'Horsens')).toMatchObject({ counted: 1, codes: ['0615'] });
    // Unknown is not a shortage, so those rows come last.
    expect(rows.slice(0, 2).map(({ missing }) => missing)).not.toContain(null);
    expect(rows.at(-1)!.missing).toBeNull();
    expect(totals.holds).toHaveLength(1);
    expect(totals.free).toBe(totals.holds[0]!.seats);
  });

  test('name the certificates and papers that end until shortly after the day, and no longer ones', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const { marginDays } = world.policy.versions[0]!.staffing;
    const rollout = '2027-03-01';
    const edge = addDays(rollout, marginDays);
    await certified(vera.personId, 1, { valid_until: addDays(edge, 1) });
    await certified(villy.personId, 2, { valid_until: addDays(edge, 2) });
    const paper = { serviceId: 'tjeneste-0615', value: 'opfyldt' as const, observedOn: today, note: 'Set' };
    for (const [at, lastDay] of [edge, addDays(edge, 1)].entries())
      expect(
        await recordEvidence(world, agency, {
          ...paper,
          gate: ['aftale', 'henvisning'][at]!,
          lastDay,
        }),
      ).toEqual({ ok: true });
    const { rows, totals, from, until } = await ask('expiring', rollout);
    expect([from, until]).toEqual([today, edge]);
    expect(rows).toEqual([
      expect.objectContaining({ name: 'Horsens', lastDay: edge, people: 1, gate: null }),
      expect.objectContaining({ name: 'Horsens', lastDay: edge, people: null, gate: 'aftale' }),
    ]);
    expect(totals).toEqual({ certificates: 1, papers: 1, services: 1 });
    // The renewed certificate lasts past that time, so its holder is no longer counted.
    await certified(vera.personId, 3);
    expect((await ask('expiring', rollout)).totals).toEqual({ certificates: 0, papers: 1, services: 1 });
  });

  test('tell a paper that is too old from one that nobody ever had, and an invitation without an answer from none', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    const days = world.policy.versions[0]!.freshnessDays.daekning!;
    const observedOn = addDays(today, -days);
    expect(
      await recordEvidence(world, agency, {
        serviceId: 'tjeneste-0615',
        gate: 'daekning',
        value: 'opfyldt',
        observedOn,
        lastDay: '',
        note: 'Set',
      }),
    ).toEqual({ ok: true });
    const knowledge = await ask('knowledge');
    expect(knowledge.rows[0]).toMatchObject({ gate: 'daekning', name: 'Horsens', state: 'old' });
    expect(knowledge.totals.old).toBe(1);
    expect(knowledge.totals.gates.find(({ gate }) => gate === 'daekning')).toEqual({
      gate: 'daekning',
      known: 0,
      old: 1,
      missing: 97,
    });
    const event = (serviceId: string, type: 'invited' | 'committed', onDay: string) =>
      recordRollout(world, agency, { serviceId, type, onDay, note: 'Brev' });
    await event('tjeneste-0615', 'invited', '2026-11-01');
    await event('tjeneste-0657', 'invited', '2026-11-10');
    await event('tjeneste-0657', 'committed', '2026-11-20');
    const invited = await ask('invitations');
    expect(invited.rows).toEqual([expect.objectContaining({ name: 'Horsens', invitedOn: '2026-11-01', days: 23 })]);
    expect(invited.totals).toEqual({ unanswered: 1, answered: 1, notInvited: 96, no: 0, later: 0 });
    expect((await ask('invitations', '2026-11-15')).totals).toMatchObject({
      unanswered: 2,
      answered: 0,
      notInvited: 96,
    });
    // A contact person is answered about their own service only.
    const own = (await readinessOn(world, contact, today))!;
    expect((await answerQuestion(world, 'knowledge', { now: own })).rows.every(({ name }) => name === 'Horsens')).toBe(
      true,
    );
  });

  test('have a table in both languages whose rows are as wide as its head', async () => {
    world = await fakeWorld(await fresh());
    await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
    for (const question of questions)
      for (const language of ['da', 'en'] as const) {
        const table = questionTable(world, language, await ask(question, today, '2019-12-31'));
        expect(new Set(table.rows.map(({ cells }) => cells.length))).toEqual(
          table.rows.length === 0 ? new Set() : new Set([table.head.length]),
        );
        expect(table.title.length).toBeGreaterThan(10);
      }
    const { totals, rows } = await ask('compare', today, '2019-12-31');
    expect([rows.map(({ name }) => name), totals]).toEqual([['Horsens'], { up: 0, down: 0, aside: 1, same: 97 }]);
  });
});
