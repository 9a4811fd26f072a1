import { afterEach, expect, test } from 'vitest';
import { loader } from '#app/routes/meetings-calendar.ts';
import { completeNextStep } from '#app/use-cases/partners/complete-next-step.server.ts';
import { listMeetings } from '#app/use-cases/partners/list-meetings.server.ts';
import { recordMeeting } from '#app/use-cases/partners/record-meeting.server.ts';
import { seeMeeting } from '#app/use-cases/partners/see-meeting.server.ts';
import { withdrawRecord } from '#app/use-cases/partners/withdraw-record.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const herning = 'tjeneste-0657';
type Given = Partial<Parameters<typeof recordMeeting>[2]>;

onBothDatabases('a meeting with stakeholders', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const stranger = await somebody(world, { givenName: 'Kaj', roles: ['contact-person'], library: libraries.odense });
    const record = (more: Given = {}, viewer: Viewer = contact) =>
      recordMeeting(world, viewer, {
        serviceId: herning,
        onDay: '2026-11-20',
        startsAt: '',
        place: '',
        partners: 'Erhvervsråd',
        held: true,
        decisions: 'Åben rådgivning',
        nextStep: '',
        nextOwner: '',
        nextOn: '',
        ...more,
      });
    const recorded = async (more: Given = {}, viewer?: Viewer) => {
      const outcome = await record(more, viewer);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      return outcome.id;
    };
    const points = async (asOf = '2026-11-24', knownOn?: string) => {
      const { services } = await readinessOfTheCountry(world, asOf, { knownOn });
      const service = services.find(({ serviceId }) => serviceId === herning)!;
      return service.scoreParts.find(({ key }) => key === 'interessenter')!.points;
    };
    return { agency, contact, stranger, record, recorded, points };
  }

  test('has a next step that becomes late, is marked as done once, and is another step when it is rewritten', async () => {
    const { contact, stranger, recorded, points } = await begin();
    const step = { nextStep: 'Skriv til rådet', nextOwner: 'Biblioteket', nextOn: '2026-11-22' };
    const id = await recorded(step);
    const seen = async () => (await listMeetings(world, contact))[0]!;
    expect(await seen()).toMatchObject({ id, nextIsLate: true, nextDoneOn: null });
    expect(await completeNextStep(world, stranger, { meetingId: id })).toEqual({ ok: false, reason: 'not-found' });
    const done = await completeNextStep(world, contact, { meetingId: id });
    if (!done.ok) throw new Error(done.reason);
    expect(await seen()).toMatchObject({ id: done.id, firstId: id, nextIsLate: false, nextDoneOn: '2026-11-24' });
    expect(await completeNextStep(world, contact, { meetingId: done.id })).toEqual(done);
    expect(await completeNextStep(world, contact, { meetingId: id })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    expect(await points()).toBe(5);
    const named = await recorded({ ...step, place: 'Herning', corrects: done.id });
    expect(await seen()).toMatchObject({ id: named, nextDoneOn: '2026-11-24' });
    await recorded({ ...step, nextStep: 'Ring til rådet', corrects: named });
    expect(await seen()).toMatchObject({ nextIsLate: true, nextDoneOn: null });
    const without = await recorded();
    expect(await completeNextStep(world, contact, { meetingId: without })).toEqual({ ok: false, reason: 'no-step' });
  });

  test('gives its place five points when it was held locally in the last 12 months, at most fifteen', async () => {
    const { recorded, points, agency } = await begin();
    expect(await points()).toBe(0);
    await recorded();
    expect(await points()).toBe(5);
    await recorded({ held: false, onDay: '2026-12-01', decisions: '' });
    await recorded({ serviceId: '' }, agency);
    await recorded({ onDay: '2025-11-24' });
    expect(await points()).toBe(5);
    for (const onDay of ['2026-01-01', '2026-02-01', '2026-03-01']) await recorded({ onDay });
    expect(await points()).toBe(15);
    expect(await points('2026-11-24', '2026-11-23')).toBe(0);
  });

  test('counts once when it goes from planned to held, and no more when it is taken back', async () => {
    const { recorded, record, points, contact } = await begin();
    const plan = await recorded({ held: false, onDay: '2026-11-24', decisions: '' });
    expect(await points()).toBe(0);
    const held = await recorded({ corrects: plan, onDay: '2026-11-24' });
    expect(await points()).toBe(5);
    expect(await record({ corrects: plan })).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await seeMeeting(world, contact, plan)).toMatchObject({ stands: false, latestId: held });
    pass(world, 24 * 60);
    expect(await withdrawRecord(world, contact, { kind: 'meeting', id: held, why: 'Aflyst' })).toEqual({ ok: true });
    expect(await points('2026-11-25')).toBe(0);
    expect(await points('2026-11-24', '2026-11-24')).toBe(5);
    expect(await listMeetings(world, contact)).toEqual([]);
  });

  test('is refused when it was held in the future, and nothing is stored', async () => {
    const { record } = await begin();
    expect(await record({ onDay: '2026-11-25' })).toEqual({
      ok: false,
      reason: 'not-a-meeting',
      issues: [{ field: 'onDay', problem: 'not-yet' }],
    });
    expect(await world.db.selectFrom('meeting').select('id').execute()).toEqual([]);
  });

  test('that is sent twice is recorded once', async () => {
    const { record, contact } = await begin();
    const [first, again] = [await record({ operationId: 'one' }), await record({ operationId: 'one' })];
    expect(again).toEqual(first);
    expect(await listMeetings(world, contact)).toHaveLength(1);
  });

  test('of a past day is one held by then, as it was known, with a next step that was not done yet', async () => {
    const { contact, recorded } = await begin();
    world.clock.at = '2026-11-21T09:00:00Z';
    const id = await recorded({ nextStep: 'Skriv', nextOwner: 'Kim', nextOn: '2026-11-22' });
    world.clock.at = '2026-11-24T09:00:00Z';
    await completeNextStep(world, contact, { meetingId: id });
    await recorded({ onDay: '2026-11-23', partners: 'KL' });
    const seen = async (asOf: string, knownOn?: string) =>
      (await listMeetings(world, contact, { asOf, knownOn })).map((each) => [each.partners, each.nextIsLate]);
    expect(await seen('2026-11-24')).toEqual([
      ['KL', false],
      ['Erhvervsråd', false],
    ]);
    expect(await seen('2026-11-23')).toEqual([
      ['KL', false],
      ['Erhvervsråd', true],
    ]);
    expect(await seen('2026-11-23', '2026-11-23')).toEqual([['Erhvervsråd', true]]);
    expect(await seen('2026-11-22')).toEqual([['Erhvervsråd', false]]);
    expect(await seen('2026-11-19')).toEqual([]);
    expect(await seen('2026-11-23', '2026-11-20')).toEqual([]);
  });

  test('is recorded, seen and taken back by its own contact person and the agency alone', async () => {
    const { record, recorded, agency, contact, stranger } = await begin();
    expect(await record({}, stranger)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await record({ serviceId: '' })).toEqual({ ok: false, reason: 'forbidden' });
    const own = await recorded();
    await recorded({ serviceId: '', partners: 'KL' }, agency);
    expect(await record({ corrects: own }, stranger)).toEqual({ ok: false, reason: 'not-found' });
    expect(await withdrawRecord(world, stranger, { kind: 'meeting', id: own, why: 'Aflyst' })).toMatchObject({
      ok: false,
    });
    const seen = async (viewer: Viewer) => (await listMeetings(world, viewer)).map(({ partners }) => partners).sort();
    expect([await seen(agency), await seen(contact), await seen(stranger)]).toEqual([
      ['Erhvervsråd', 'KL'],
      ['Erhvervsråd'],
      [],
    ]);
    expect(await seeMeeting(world, stranger, own)).toBeUndefined();
  });

  test('stands in the calendar with its next step, each under a name of its own that a correction keeps', async () => {
    const { recorded, contact } = await begin();
    const step = { nextStep: 'Skriv, og send', nextOwner: 'KL', nextOn: '2026-12-09' };
    const first = await recorded({ held: false, onDay: '2026-12-01', startsAt: '10:00', decisions: '', ...step });
    await recorded({ corrects: first, held: false, onDay: '2026-12-02', startsAt: '10:00', decisions: '', ...step });
    const answer = await loader({
      request: new Request('http://vejlederbevis.test/partners/meetings.ics'),
      params: {},
      context: { world, viewer: contact, language: 'da' } as never,
    });
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    expect(text.match(/^UID:.*$/gm)!.map((line) => line.trim())).toEqual([
      `UID:${first}@vejlederbevis.test`,
      `UID:${first}-step@vejlederbevis.test`,
    ]);
    expect(text).toContain('DTSTART:20261202T090000Z');
    expect(text).toContain('DTSTART;VALUE=DATE:20261209');
    expect(text).toContain('SUMMARY:Skriv\\, og send');
    expect(text).not.toContain('20261201');
  });
});
