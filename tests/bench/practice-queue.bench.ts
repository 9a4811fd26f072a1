import { Kysely } from 'kysely';
import { catalogueOf, newestOf } from '#app/platform/catalogue.server.ts';
import { setUpPlaces } from '#app/use-cases/places/set-up-places.server.ts';
import { findPractice } from '#app/use-cases/practice/find-practice.server.ts';
import { setPractice } from '#app/use-cases/practice/set-practice.server.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Edition } from '#curriculum/content/edition.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import { databaseFile } from '#db/open-database.ts';
import type { Schema } from '#db/schema.ts';
import { Sqlite3Dialect } from '#db/sqlite3-dialect.ts';
import { begin } from '../stage.ts';
import { libraries, somebody, someHold } from '../world.ts';
import { benchWorld, median } from './bench-world.ts';
import type { Measured } from './main.ts';

const cards = 1_000;
const course = 'it-paedagogisk-vejleder';
const rounds = 40;
const perRound = 5;

/**
 * The practice of somebody with a thousand cards, half of them due: its statements, and its CPU beside that of the same
 * statements alone, in turn.
 */
export async function benchPractice(): Promise<Measured[]> {
  const world = await benchWorld();
  await setUpPlaces(world);
  const shipped = newestOf(world.catalogue, course)!;
  world.catalogue = catalogueOf([withQuestions(shipped, cards)]);
  const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
  const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
  const { enrolmentId } = await begin(world, { leader, adviser, holdId: await someHold(world, leader) });
  await world.db.updateTable('enrolment').set({ state: 'certified' }).where('id', '=', enrolmentId).execute();
  await setPractice(world, adviser, { is: 'start' });
  await practise(world, adviser.personId);

  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Schema>({
    dialect: new Sqlite3Dialect({ filename: databaseFile(world.env.dataDir), synchronous: 'FULL' }),
    log: ({ query }) => void asked.push(query),
  });
  const practice = await findPractice(world, db, adviser.personId);
  const known = practice?.questions.filter(({ card }) => card).length;
  if (known !== cards) throw new Error(`${known} cards`);
  const statements = asked.splice(0);
  const whole = () => findPractice(world, db, adviser.personId);
  const alone = async () => {
    for (const query of statements) await db.executeQuery(query as never);
  };
  const spent = { whole: [] as number[], alone: [] as number[] };
  for (let round = 0; round < 2 * rounds; round++) {
    const one = { whole: await cpuOfRuns(whole), alone: await cpuOfRuns(alone) };
    // The first half is for the compiler.
    if (round < rounds) continue;
    spent.whole.push(one.whole);
    spent.alone.push(one.alone);
  }
  await db.destroy();
  await world.close();
  const [all, bare] = [median(spent.whole), median(spent.alone)];
  return [
    {
      name: `Practice of ${cards} cards, ${practice!.queue.length} in the queue`,
      measured: `${statements.length} statements, CPU ${all.toFixed(1)} ms, of which the statements alone ${bare.toFixed(1)} ms`,
      target: '≤ 3 statements, ≤ 10 ms',
    },
  ];
}

/** The edition with so many scored questions in its banks: its own, again and again under other ids. */
function withQuestions(edition: Edition, count: number): Edition {
  const own = [...edition.banks].flatMap(([bank, questions]) =>
    questions.filter((each) => !kindOf(each).unscored).map((question) => ({ bank, question })),
  );
  const banks = new Map<string, Question[]>();
  for (let at = 0; at < count; at++) {
    const { bank, question } = own[at % own.length]!;
    const id = at < own.length ? question.id : `${question.id}-${Math.floor(at / own.length)}`;
    banks.set(bank, [...(banks.get(bank) ?? []), { ...question, id }]);
  }
  return { ...edition, banks };
}

/** One card for each question; every other one is due, and every fifth was missed. */
async function practise(world: Awaited<ReturnType<typeof benchWorld>>, personId: string): Promise<void> {
  const [edition] = world.catalogue.editions;
  const today = dayOf(world.now());
  const rows = [...edition!.banks.values()].flat().map(({ id: question }, at) => ({
    id: world.newId(),
    person_id: personId,
    course,
    edition: edition!.course.edition,
    question,
    first_on: addDays(today, -60),
    last_on: addDays(today, -10),
    due_on: addDays(today, at % 2 === 0 ? -(at % 7) : 1 + (at % 30)),
    stability: 1 + (at % 50),
    difficulty: 1 + (at % 9),
    asked: 3,
    missed: at % 3,
    last: at % 5 === 0 ? ('wrong' as const) : ('right' as const),
    recorded_at: world.now(),
  }));
  for (let at = 0; at < rows.length; at += 100)
    await world.db
      .insertInto('practice_card')
      .values(rows.slice(at, at + 100))
      .execute();
}

/** The CPU of one run, in milliseconds, all threads. */
async function cpuOfRuns(work: () => Promise<unknown>): Promise<number> {
  const begun = process.cpuUsage();
  for (let run = 0; run < perRound; run++) await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000 / perRound;
}
