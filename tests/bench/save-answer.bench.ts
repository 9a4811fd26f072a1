import { Kysely } from 'kysely';
import { formAnswer, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { markAsDemo } from '#app/demo/seed-demo.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { setUpPlaces } from '#app/use-cases/places/set-up-places.server.ts';
import { databaseFile } from '#db/open-database.ts';
import type { Schema } from '#db/schema.ts';
import { Sqlite3Dialect } from '#db/sqlite3-dialect.ts';
import { begin } from '../stage.ts';
import { libraries, somebody, someHold } from '../world.ts';
import { benchWorld } from './bench-world.ts';
import type { Measured } from './main.ts';

/** Counts the statements of saving one answer in the database layer. */
export async function benchAnswer(): Promise<Measured[]> {
  const world = await benchWorld();
  await markAsDemo(world);
  await setUpPlaces(world);
  const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
  const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
  const clock = worldThrough(world, world.now());
  const enrolled = await begin(world, { leader, adviser, holdId: await someHold(world, leader) });
  await walkTo(clock, enrolled, { leaders: [leader] }, 'm2-test');
  const started = await startQuiz(clock.world, adviser, { enrolmentId: enrolled.enrolmentId, step: 'm2-test' });
  if (!started.ok) throw new Error('not started');
  const statements: string[] = [];
  const db = new Kysely<Schema>({
    dialect: new Sqlite3Dialect({ filename: databaseFile(world.env.dataDir), synchronous: 'FULL' }),
    log: ({ query }) => void statements.push(query.sql),
  });
  const watched = { ...clock.world, db };
  const item = await db
    .selectFrom('attempt_item')
    .selectAll()
    .where('attempt_id', '=', started.attemptId)
    .where('slot', '=', 1)
    .executeTakeFirstOrThrow();
  const question = world.catalogue.editions
    .at(-1)!
    .banks.get(item.bank)!
    .find(({ id }) => id === item.question)!;
  const answer = formAnswer(question, item, 'right');
  statements.length = 0;
  const outcome = await saveAnswer(watched, adviser, {
    attemptId: started.attemptId,
    slot: 1,
    operationId: 'bench',
    answer,
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  await db.destroy();
  await world.close();
  return [
    {
      name: 'Saving an answer, besides the session',
      measured: `${statements.length} statements, in one transaction`,
      target: '≤ 4 statements',
    },
  ];
}
