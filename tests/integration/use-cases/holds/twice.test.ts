import { afterEach, expect, test } from 'vitest';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/record-evidence.server.ts';
import { onBothDatabases } from '../../../databases.ts';
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
});
