import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { haltsOf } from '#app/use-cases/holds/halts-of.ts';
import { listRunningHolds } from '#app/use-cases/holds/list-running-holds.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { seeQuestions } from '#app/use-cases/holds/see-questions.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const day = 24 * 60;

onBothDatabases('the overview of a leader', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test("lists the leader's running holds and who is stuck at which step", async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { leader, colleague, holdId } = cast;
    await begin(world, cast);
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    await begin(world, { leader, adviser: villy, holdId });
    expect(await listRunningHolds(world, leader)).toMatchObject([{ id: holdId, taken: 2, nextDay: null, stuck: [] }]);
    expect(await listRunningHolds(world, colleague)).toEqual([]);
    expect(await listRunningHolds(world, villy)).toEqual([]);
    pass(world, 15 * day);
    expect((await listRunningHolds(world, leader))[0]?.stuck).toMatchObject([
      { name: 'Vera Eksempel', email: expect.stringContaining('vera'), attention: { why: 'quiet', days: 15 } },
      { name: 'Villy Eksempel', step: { da: 'Den it-pædagogiske metode' } },
    ]);
    const { steps, advisers } = (await seeHold(world, leader, holdId))!;
    expect(haltsOf(steps, advisers)).toEqual([{ step: 'm1', here: 2, stuck: 2, longest: 15 }]);
    world.clock.at = '2027-11-02T09:00:00.000Z';
    expect(await listRunningHolds(world, leader)).toEqual([]);
  });

  test('shows the leaders of a hold how hard a question is, once twenty people have answered it', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { leader, colleague, adviser, holdId } = cast;
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [leader] }, 'm3');
    for (const stranger of [colleague, adviser]) expect(await seeQuestions(world, stranger, holdId)).toBeUndefined();
    const { few, questions } = (await seeQuestions(world, leader, holdId))!;
    expect(questions).toEqual([]);

    const item = await world.db.selectFrom('attempt_item').selectAll().orderBy('slot').executeTakeFirstOrThrow();
    const attempt = await world.db.selectFrom('quiz_attempt').selectAll().executeTakeFirstOrThrow();
    const answered = async (number: number) => {
      const attempt_id = world.newId();
      await world.db
        .insertInto('quiz_attempt')
        .values({ ...attempt, id: attempt_id, number })
        .execute();
      await world.db
        .insertInto('attempt_item')
        .values({ ...item, attempt_id })
        .execute();
      const score = number % 2 === 0 ? 0.5 : 1;
      await world.db
        .insertInto('item_score')
        .values({ attempt_id, slot: item.slot, score, recorded_at: world.now() })
        .execute();
    };
    for (let number = 2; number <= 19; number++) await answered(number);
    expect((await seeQuestions(world, leader, holdId))!.questions).toEqual([]);
    await answered(20);
    expect(await seeQuestions(world, leader, holdId)).toMatchObject({
      few: few - 1,
      // An answer that is half right does not count: the first and nine of nineteen were right.
      questions: [{ id: `${item.bank}/${item.question}`, answers: 20, right: 10 / 20 }],
    });
  });
});
