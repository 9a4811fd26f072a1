import { isUnfinishedDemo, markAsDemo, seedDemo } from '#app/demo/seed-demo.ts';
import { markAs2012, seed2012 } from '#app/demo/set-2012/seed-2012.ts';
import { auditHeadsIn } from '#app/platform/audit-heads.server.ts';
import type { Environment } from '#app/platform/env.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { checkLearning } from '#app/use-cases/learning/check-learning.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { listStuck } from '#app/use-cases/operations/list-stuck.server.ts';
import { setUpPlaces } from '#app/use-cases/places/set-up-places.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { openDatabase } from '#db/open-database.ts';
import { backUp, checkDatabase, removeDatabase, restore } from '#db/upkeep.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';

/** `db migrate|seed|backup|restore|rebuild|check|stuck`. */
export async function databaseVerb({ verb, args, options }: Input, env: Environment): Promise<Answer> {
  const [file] = args;
  switch (verb) {
    case 'migrate': {
      const { db, engine, close } = openDatabase(env);
      const done = await migrateToLatest(db, engine).finally(close);
      return { exit: 0, text: done.length === 0 ? 'nothing to do' : done.join('\n'), json: json['db migrate'](done) };
    }
    case 'seed':
      if (options.set !== undefined && options.set !== '2012') return wrongUsage('There is one set: 2012.');
      return seed(env, options.set ?? ('small' in options ? 'small' : 'whole'));
    case 'backup': {
      if (!file) return wrongUsage('Which file?');
      const made = await backUp(env, file);
      return saidOf(made, file);
    }
    case 'restore': {
      if (!file) return wrongUsage('Which file?');
      const made = await restore(env, file);
      if (!made.ok) return saidOf(made, '');
      // The copy has an older chain: what was kept of the other one lies beside.
      const aside = auditHeadsIn(env.dataDir).begin(new Date().toISOString());
      return saidOf(made, aside ? `restored; the heads of the former audit are in ${aside}` : 'restored');
    }
    case 'rebuild': {
      const changed = await inWorld(env, rebuildProjections);
      return {
        exit: 0,
        text: `${changed.enrolments} enrolments, ${changed.differed} differed`,
        json: json['db rebuild'](changed),
      };
    }
    case 'check': {
      const problems = await inWorld(env, async (world) => [
        ...(await checkDatabase(world.db, world.engine)),
        ...(await checkAudit(world)),
        ...(await checkLearning(world)),
      ]);
      return problems.length === 0
        ? { exit: 0, text: 'in order', json: json['db check'](problems) }
        : { exit: 1, error: problems.join('\n'), json: json['db check'](problems) };
    }
    case 'stuck': {
      const stuck = await inWorld(env, (world) => listStuck(world, null));
      const text = stuck.map(
        ({ work, subject, since, times, fault }) => `${work} ${subject}: ${times} times since ${since}: ${fault}`,
      );
      return { exit: 0, text: text.join('\n') || 'nothing is stuck', json: json['db stuck'](stuck) };
    }
    default:
      return wrongUsage();
  }
}

function saidOf(made: { ok: true } | { ok: false; reason: string }, text: string): Answer {
  const printed = json['db backup|restore'](made);
  return made.ok ? { exit: 0, text, json: printed } : { exit: 1, error: made.reason, json: printed };
}

/** The demo, small or whole, or the set of 2012. */
type Filling = 'small' | 'whole' | '2012';

/**
 * In demo mode, an empty database is marked and filled, and a half-filled one is removed and filled again. Otherwise
 * only the places are set up.
 */
async function seed(env: Environment, what: Filling): Promise<Answer> {
  const answer = await inWorld(env, (world) => fill(world, env, what), { migrate: true, printers: 2 });
  if (answer !== 'unfinished') return answer;
  const removed = await removeDatabase(env);
  if (removed.ok) return seed(env, what);
  return {
    exit: 1,
    error: `The demo in the database was not filled to the end. ${removed.reason}`,
    json: json['db backup|restore'](removed),
  };
}

async function fill(world: World, env: Environment, what: Filling): Promise<Answer | 'unfinished'> {
  if (!env.demoAllowed && what === '2012')
    return refusedSet('The set of 2012 is never put beside real people. Take DEMO=0 and real sign-in away.');
  if (!env.demoAllowed) {
    const places = await setUpPlaces(world);
    return {
      exit: 0,
      text: places ? '98 municipalities set up' : 'nothing to do',
      json: json['db seed without a demo'](places),
    };
  }
  if (await isUnfinishedDemo(world)) return 'unfinished';
  if (what === '2012') return fill2012(world);
  if (!(await markAsDemo(world)))
    return {
      exit: 0,
      text: 'nothing to do: the database is not empty',
      json: json['db seed']({ people: 0, certificates: 0 }),
    };
  // A new demo has a new audit: what was kept of one that was deleted by hand lies beside.
  world.auditHeads.begin(world.now());
  const made = await seedDemo({ ...world, demo: true }, what);
  return { exit: 0, text: `${made.people} people, ${made.certificates} certificates`, json: json['db seed'](made) };
}

async function fill2012(world: World): Promise<Answer> {
  if (!(await markAs2012(world))) return refusedSet('The set of 2012 is only put into an empty database.');
  world.auditHeads.begin(world.now());
  const made = await seed2012(world);
  return { exit: 0, text: 'the set of 2012: sign in as Stine or Vera', json: json['db seed'](made) };
}

const refusedSet = (error: string): Answer => ({ exit: 1, error, json: json.refused(error) });
