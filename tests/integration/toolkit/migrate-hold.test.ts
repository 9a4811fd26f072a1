import { expect, test } from 'vitest';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { carryOut, foresee } from '#app/toolkit/migrate-hold.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { onBothDatabases } from '../../databases.ts';
import { smallCourse } from '../../small-course.ts';
import { begin } from '../../stage.ts';
import { fakeWorld, libraries, somebody } from '../../world.ts';

onBothDatabases('a move on the command line', (_engine, fresh) => {
  test('is foreseen without deciding, carried out, and refused with what to do', async () => {
    const world = await fakeWorld(await fresh(), { catalogue: catalogueOf([smallCourse('2026.1')]) });
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    const made = await createHold(world, leader, {
      ...{ name: 'Prøvehold', course: 'lille-kursus', edition: '2026.1', seats: 20, selfEnrol: true },
      ...{ startsOn: '2026-11-01', endsOn: '2027-11-01' },
    });
    if (!made.ok) throw new Error(made.reason);
    const { holdId } = made;
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const { enrolmentId } = await begin(world, { leader, adviser, holdId });
    await readLesson(world, adviser, { enrolmentId, step: 'ro' });
    const asked = { holdId, to: '2026.3', decision: 'migrate', enrolmentId: undefined };
    const none = 'There is no published edition newer than the one of this hold.';
    expect(await foresee(world, asked)).toEqual({ exit: 1, error: none, json: { error: none } });

    world.catalogue = catalogueOf([smallCourse('2026.1'), smallCourse('2026.3')]);
    const seen = await foresee(world, asked);
    expect(seen).toMatchObject({
      ...{ exit: 0, json: { dryRun: true, from: '2026.1', to: '2026.3', class: 'material' } },
      text: expect.stringContaining('Vera Eksempel (2026.1): keeps god-ro; loses nothing; by declaration god-ro'),
    });
    expect(await foresee(world, asked)).toEqual(seen);
    expect(await carryOut(world, { ...asked, decision: 'perhaps' })).toMatchObject({ exit: 1 });
    expect(await carryOut(world, asked)).toMatchObject({
      ...{ exit: 0, json: { dryRun: false, people: [{ enrolmentId, outcome: 'moved' }] } },
      text: `${enrolmentId} Vera Eksempel: moved`,
    });
    expect(await carryOut(world, asked)).toMatchObject({ exit: 0, json: { people: [{ outcome: 'already' }] } });
    await world.close();
  });
});
