import { afterEach, expect, test } from 'vitest';
import { markAsDemo } from '#app/demo/seed-demo.ts';
import { dayOfTheTalk } from '#app/demo/set-2012/known-in-2012.ts';
import { began, markAs2012, seed2012 } from '#app/demo/set-2012/seed-2012.ts';
import { guidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { seeGuidance } from '#app/use-cases/guidance/see-guidance.server.ts';
import { helpPlaces } from '#app/use-cases/help-points/help-places.server.ts';
import { seeObligations } from '#app/use-cases/obligations/see-obligations.server.ts';
import { listMeetings } from '#app/use-cases/partners/list-meetings.server.ts';
import { listOutreach } from '#app/use-cases/partners/list-outreach.server.ts';
import { seePartners } from '#app/use-cases/partners/see-partners.server.ts';
import { seeMonday } from '#app/use-cases/readiness/monday/see-monday.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { onBothDatabases } from '../../databases.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../world.ts';

const pilots = { Herning: '0657', Horsens: '0615', Esbjerg: '0561', Odense: '0461', Rudersdal: '0230' };

onBothDatabases('the set of 2012', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh(), { now: began });
    expect(await markAs2012(world)).toBe(true);
    expect(await seed2012(world)).toEqual({ people: 2, certificates: 0 });
    const viewer = async (givenName: string, role: Role): Promise<Viewer> => {
      const { id } = await world.db
        .selectFrom('person')
        .innerJoin('person_name', 'person_name.person_id', 'person.id')
        .select('person.id')
        .where('given_name', '=', givenName)
        .executeTakeFirstOrThrow();
      return { personId: id, name: givenName, language: 'da', grants: [{ role, serviceId: null }], sessionKey: '' };
    };
    return { agency: await viewer('Stine', 'agency'), adviser: await viewer('Vera', 'adviser') };
  }

  test('has five pilots of whom everything but their taking part is unknown, and nobody is ready', async () => {
    const { agency } = await begin();
    const { services } = await readinessOfTheCountry(world, dayOfTheTalk);
    const served = services.filter(({ municipalities }) => municipalities.length > 0);
    expect(served).toHaveLength(98);
    expect(new Set(served.map(({ verdict }) => verdict))).toEqual(new Set(['uafklaret']));
    expect(served.filter(({ stage }) => stage !== 'ikke-startet')).toHaveLength(5);
    for (const [name, code] of Object.entries(pilots)) {
      const place = await seeMunicipality(world, agency, { code, asOf: dayOfTheTalk, language: 'da' });
      expect(place).toMatchObject({ name, pilot: true, stage: 'tilsagn', staff: [], others: [] });
      expect(place!.gates.filter(({ value }) => value === 'opfyldt' || value === 'ikke-opfyldt')).toEqual([]);
      expect(place!.staffing.missing).toBeNull();
      expect(place!.history).toMatchObject([{ kind: 'rollout', type: 'committed', on: dayOfTheTalk }]);
      expect(place!.history[0]!.note).toMatch(
        /Vejlederne er uddannet; hvor mange er ikke oplyst.*oplæg af 9\. maj 2012/,
      );
    }
  });

  test('has one agreement, the meetings and the outreach of the talk, all of the whole country', async () => {
    const { agency } = await begin();
    const partners = await seePartners(world, agency);
    expect(partners?.agreements).toMatchObject([
      { partner: 'Erhvervsstyrelsen og Kulturstyrelsen', standing: 'in-force', service: null },
    ]);
    expect(partners?.ofServices).toEqual([]);
    const meetings = await listMeetings(world, agency, {});
    expect(JSON.stringify(meetings)).toContain('Nationale interessenter');
    expect(JSON.stringify(meetings)).toContain('Lokale interessenter');
    const outreach = await listOutreach(world, agency, 9);
    expect(outreach?.channels.map(({ channel, efforts }) => [channel, efforts]).sort()).toEqual([
      ['advertisements', 1],
      ['flyers', 1],
      ['local-paper', 1],
      ['posters', 1],
    ]);
  });

  test('has the case as the adviser noted it, hidden from others as every small count', async () => {
    const { adviser } = await begin();
    const seen = await seeGuidance(world, adviser, {});
    expect(JSON.stringify(seen)).toMatch(/nemrefusion/);
    const notes = await world.db.selectFrom('guidance_log').selectAll().orderBy('reason').execute();
    expect(
      notes.map(({ reason, outcome, blocked, channel, distance }) => [reason, outcome, blocked, channel, distance]),
    ).toEqual([
      ['nemrefusion', 'completed', 'rights-missing', 'local-paper', '5-15'],
      ['vat', 'completed', 'rights-missing', 'local-paper', '5-15'],
    ]);
    const figures = await guidanceFigures(world, dayOfTheTalk, 'all');
    expect(figures.municipalities.filter(({ sessions }) => sessions !== 0 && sessions !== null)).toEqual([]);
  });

  test('plans the rollout for the autumn, and the obligations as the plan of the time', async () => {
    const { agency } = await begin();
    const monday = await seeMonday(world, agency);
    expect(monday).toMatchObject({ day: '2012-09-01', of: 98 });
    expect(monday?.history).toMatchObject([{ note: expect.stringContaining('efteråret 2012. Dagen er ikke fastsat') }]);
    const seen = await seeObligations(world, agency, dayOfTheTalk);
    expect(seen!.planned.some(({ title }) => /Digital Post/.test(title.da))).toBe(true);
    // What the laws of the years after set is not known yet.
    expect(seen!.planned.filter(({ starts }) => starts !== undefined && starts > dayOfTheTalk)).toEqual([]);
    expect(seen!.planned.filter(({ planned }) => planned === undefined)).toEqual([]);
  });

  test('shows nothing more: no certificate, no hold, no paper, no help point, and its audit is in order', async () => {
    await begin();
    for (const table of ['certificate', 'hold', 'enrolment', 'evidence', 'help_point', 'wave', 'peer_session'] as const)
      expect(await world.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    expect(await world.db.selectFrom('person').selectAll().execute()).toHaveLength(2);
    expect((await helpPlaces(world)).filter(({ standing }) => standing.is !== 'ask')).toEqual([]);
    const late = await world.db.selectFrom('audit').select('at').where('at', '>', began).execute();
    expect(late).toEqual([]);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('is never mixed with a demo or with people', async () => {
    world = await fakeWorld(await fresh());
    await markAsDemo(world);
    expect(await markAs2012(world)).toBe(false);
    await world.close();
    world = await fakeWorld(await fresh());
    await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    expect(await markAs2012(world)).toBe(false);
    await world.close();
    await begin();
    expect(await markAsDemo(world)).toBe(false);
  });
});
