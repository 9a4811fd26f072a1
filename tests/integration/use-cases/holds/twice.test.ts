import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { loader as adviserPage, action as decide } from '#app/routes/adviser.tsx';
import { action as note, loader as placePage } from '#app/routes/municipality.tsx';
import { grantAttempt } from '#app/use-cases/holds/advisers/grant-attempt.server.ts';
import { grantTime } from '#app/use-cases/holds/advisers/grant-time.server.ts';
import { moveDeadline } from '#app/use-cases/holds/advisers/move-deadline.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../../world.ts';

onBothDatabases('a form that is sent twice', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('at the same moment creates one hold with one course day; with other content it creates another', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'] });
    const colleague = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'] });
    const { course } = world.catalogue.editions.at(-1)!;
    const given = {
      name: 'Prøvehold',
      course: course.id,
      edition: course.edition,
      startsOn: '2026-11-01',
      endsOn: '2027-11-01',
      seats: 20,
      selfEnrol: true,
      courseDay: { heldOn: '2026-11-20', startsAt: '09:00', place: 'Odense' },
      operationId: 'a',
    };
    const [first, again] = await Promise.all([createHold(world, leader, given), createHold(world, leader, given)]);
    expect(first).toMatchObject({ ok: true });
    expect(again).toEqual(first);
    expect(await world.db.selectFrom('course_day').select('id').execute()).toHaveLength(1);
    for (const other of [
      await createHold(world, leader, { ...given, name: 'Prøvehold 2' }),
      await createHold(world, leader, { ...given, operationId: 'b' }),
      await createHold(world, colleague, given),
    ]) {
      expect(other).toMatchObject({ ok: true });
      expect(other).not.toEqual(first);
    }
    expect(await world.db.selectFrom('hold').select('id').execute()).toHaveLength(4);
  });

  test('at the same moment records one piece of evidence', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const given = {
      serviceId: 'tjeneste-0657',
      gate: 'aftale',
      value: 'opfyldt',
      observedOn: '2026-11-20',
      lastDay: '',
      note: 'Tilsagn',
      operationId: 'a',
    };
    const say = (more: Partial<typeof given> = {}) => recordEvidence(world, agency, { ...given, ...more });
    expect(await Promise.all([say(), say()])).toEqual([{ ok: true }, { ok: true }]);
    const rows = () => world.db.selectFrom('evidence').select('id').execute();
    expect(await rows()).toHaveLength(1);
    const said = () => world.db.selectFrom('audit').select('seq').where('action', '=', 'evidence-recorded').execute();
    expect(await said()).toHaveLength(1);
    for (const more of [{ value: 'ukendt' }, { note: 'Aftale' }, { operationId: 'b' }, { operationId: '' }])
      expect(await say(more)).toEqual({ ok: true });
    expect(await rows()).toHaveLength(5);
  });

  /** An adviser at the first test, and how often each thing that a leader's decision leaves is on record. */
  async function learning() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [cast.leader] }, 'm2-test');
    world.clock.at = clock.world.now();
    const count = async () => {
      const { length: exceptions } = await world.db.selectFrom('exception').select('id').execute();
      const { length: audit } = await world.db
        .selectFrom('audit')
        .select('seq')
        .where('action', 'in', ['extra-time', 'own-deadline', 'attempt-granted'])
        .execute();
      const { length: facts } = await world.db
        .selectFrom('learning_event')
        .select('seq')
        .where('type', '=', 'attempt-granted')
        .execute();
      return { exceptions, audit, facts };
    };
    return { ...cast, ...enrolled, count };
  }

  test('at the same moment makes one exception: an attempt, more time, a deadline; with other content it makes another', async () => {
    const { leader, enrolmentId, count } = await learning();
    const given = { enrolmentId, reason: 'Aftalt på telefon', operationId: 'a' };
    for (const send of [
      (more = {}) => grantAttempt(world, leader, { ...given, step: 'm2-test', ...more }),
      (more = {}) => grantTime(world, leader, { ...given, factor: '1.5', ...more }),
      (more = {}) => moveDeadline(world, leader, { ...given, day: '2027-12-24', ...more }),
    ]) {
      const before = await count();
      expect(await Promise.all([send(), send()])).toEqual([{ ok: true }, { ok: true }]);
      expect(await send()).toEqual({ ok: true });
      expect(await count()).toMatchObject({ exceptions: before.exceptions + 1, audit: before.audit + 1 });
      for (const more of [{ reason: 'Aftalt på mødet' }, { operationId: 'b' }, { operationId: '' }])
        expect(await send(more)).toEqual({ ok: true });
      expect(await count()).toMatchObject({ exceptions: before.exceptions + 4, audit: before.audit + 4 });
    }
    expect((await count()).facts).toBe(4);
  });

  test('at the same moment records one step of the rollout, also one that could not be taken again', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const given = { serviceId: 'tjeneste-0657', onDay: '2026-11-24', note: '', operationId: 'a' };
    const send = (type: string, more = {}) => recordRollout(world, agency, { ...given, type, ...more });
    const rows = () => world.db.selectFrom('rollout_event').select('type').execute();
    for (const type of ['paused', 'resumed'])
      expect([...(await Promise.all([send(type), send(type)])), await send(type)]).toEqual(Array(3).fill({ ok: true }));
    expect(await rows()).toHaveLength(2);
    expect(
      await world.db.selectFrom('audit').select('seq').where('action', 'like', 'rollout-%').execute(),
    ).toHaveLength(2);
    expect(await send('resumed', { operationId: 'b' })).toEqual({ ok: false, reason: 'not-paused' });
    for (const more of [{ note: 'Aftalt' }, { operationId: 'b' }, { operationId: '' }])
      expect(await send('paused', more)).toEqual(more.note ? { ok: true } : { ok: false, reason: 'already-paused' });
    expect(await rows()).toHaveLength(3);
  });

  test('answers the same page: a decision about an adviser, and a step of the rollout, which asks why it goes live', async () => {
    const { leader, holdId, enrolmentId, count } = await learning();
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const asked = (viewer: Viewer, path: string, params: object, fields?: Record<string, string>) => ({
      request: new Request(
        `http://vejlederbevis.test${path}`,
        fields && { method: 'POST', body: new URLSearchParams(fields) },
      ),
      params: params as never,
      context: { world, viewer, language: 'da' } as never,
    });
    const about = [`/holds/${holdId}/people/${enrolmentId}`, { holdId, enrolmentId }] as const;
    const { operationId } = await adviserPage(asked(leader, ...about));
    expect((await adviserPage(asked(leader, ...about))).operationId, 'each page has its own').not.toBe(operationId);
    for (const fields of [
      { intent: 'time', factor: '2' },
      { intent: 'attempt', step: 'm2-test' },
      { intent: 'deadline', day: '2027-12-24' },
    ]) {
      const form = { ...fields, reason: 'Aftalt på telefon', operation: operationId };
      for (const time of ['first', 'second']) {
        const answer = (await decide(asked(leader, ...about, form as never))) as Response;
        expect([answer.status, answer.headers.get('location')], time).toEqual([302, about[0]]);
      }
    }
    expect(await count()).toEqual({ exceptions: 3, audit: 3, facts: 1 });

    const place = ['/municipalities/0657', { code: '0657' }] as const;
    const page = (await placePage(asked(agency, ...place))).data;
    const form = { intent: 'rollout', service: 'tjeneste-0657', onDay: '2026-11-24', operation: page.operationId };
    for (const time of ['first', 'second']) {
      const answer = (await note(asked(agency, ...place, { ...form, type: 'invited', why: '' }))) as Response;
      expect(answer.status, time).toBe(302);
    }
    expect(await world.db.selectFrom('rollout_event').select('id').execute()).toHaveLength(1);
    expect(await note(asked(agency, ...place, { ...form, type: 'live', why: ' ' }))).toMatchObject({
      init: { status: 400 },
      data: { errors: [{ id: 'why', message: expect.stringContaining('hvad beslutningen bygger på') }] },
    });
  });
});
