import { afterEach, expect, test } from 'vitest';
import { seeRatings } from '#app/use-cases/holds/see-ratings.server.ts';
import { rateStep } from '#app/use-cases/learning/rate-step.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { seeRating } from '#app/use-cases/learning/see-rating.server.ts';
import { joinPeople } from '#app/use-cases/people/join/join-people.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('the rating of a step', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** So many advisers on one hold who have read the first lesson. */
  async function readers(many: number) {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const advisers: { adviser: Viewer; place: { enrolmentId: string; step: string } }[] = [];
    for (let at = 0; at < many; at++) {
      const adviser = at === 0 ? cast.adviser : await somebody(world, { givenName: `V${at}`, roles: ['adviser'] });
      const { enrolmentId } = await begin(world, { ...cast, adviser });
      const place = { enrolmentId, step: 'm1' };
      await readLesson(world, adviser, place);
      advisers.push({ adviser, place });
    }
    const rate = (at: number, score: string, words = '') =>
      rateStep(world, advisers[at]!.adviser, { ...advisers[at]!.place, sent: { score, words } });
    return { ...cast, advisers, rate };
  }

  test('is not seen by the leader before the fifth, and then without who gave it', async () => {
    const { leader, holdId, advisers, rate } = await readers(5);
    for (const [at, score] of ['5', '4', '4', '1'].entries()) await rate(at, score, `ord ${at}`);
    const four = await seeRatings(world, leader, holdId);
    expect(four!.steps).toEqual([]);
    expect(JSON.stringify(four)).not.toContain('ord');
    await rate(4, '2');
    const five = await seeRatings(world, leader, holdId);
    expect(five!.steps).toMatchObject([
      { id: 'm1', count: 5, mean: 3.2, spread: [1, 1, 0, 2, 1], words: ['ord 0', 'ord 1', 'ord 2', 'ord 3'] },
    ]);
    for (const { adviser, place } of advisers)
      for (const id of [adviser.personId, place.enrolmentId]) expect(JSON.stringify(five)).not.toContain(id);
  });

  test('is changed and taken back, and then too few are left to be shown', async () => {
    const { leader, holdId, advisers, rate } = await readers(5);
    for (const at of [0, 1, 2, 3, 4]) await rate(at, '3');
    await rate(0, '5', 'Bedre end jeg troede.');
    const [{ adviser, place }] = advisers as [(typeof advisers)[number]];
    expect((await seeRating(world, adviser, place))!.given).toEqual({ score: 5, words: 'Bedre end jeg troede.' });
    expect((await seeRatings(world, leader, holdId))!.steps).toMatchObject([{ count: 5, mean: 3.4 }]);
    expect(await rateStep(world, adviser, { ...place, sent: 'take-back' })).toEqual({ ok: true });
    expect((await seeRating(world, adviser, place))!.given).toBeNull();
    expect((await seeRatings(world, leader, holdId))!.steps).toEqual([]);
  });

  test('is given only of a step that is done, by its own adviser, and never with a number of somebody', async () => {
    const { leader, advisers, rate } = await readers(2);
    const [{ adviser, place }, other] = advisers as [(typeof advisers)[number], (typeof advisers)[number]];
    const sent = { score: '3', words: '' };
    const notFound = { ok: false, reason: 'not-found' };
    expect(await rateStep(world, adviser, { ...place, step: 'm2', sent })).toEqual(notFound);
    expect(await rateStep(world, other.adviser, { ...place, sent })).toEqual(notFound);
    expect(await rateStep(world, leader, { ...place, sent: 'take-back' })).toEqual(notFound);
    expect(await rate(0, '')).toEqual({ ok: false, reason: 'unclear', issue: { is: 'no-score' } });
    expect(await rate(0, '4', 'ring 12 34 56 78')).toMatchObject({ issue: { is: 'personal', what: 'phone' } });
    expect(await world.db.selectFrom('step_rating').selectAll().execute()).toEqual([]);
  });

  test('is seen by nobody but the leaders of the hold and administrators', async () => {
    const { colleague, adviser, holdId } = await readers(1);
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'], library: libraries.odense });
    for (const viewer of [colleague, adviser, agency]) expect(await seeRatings(world, viewer, holdId)).toBeUndefined();
  });

  test('goes with the course when two records of one person are joined', async () => {
    const { rate, advisers } = await readers(1);
    await rate(0, '4');
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const kept = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    const [{ adviser, place }] = advisers as [(typeof advisers)[number]];
    const keys = { kept: { personId: kept.personId }, lost: { personId: adviser.personId } };
    expect(await joinPeople(world, boss, keys)).toMatchObject({ ok: true });
    expect((await seeRating(world, kept, place))!.given).toEqual({ score: 4, words: '' });
  });
});
