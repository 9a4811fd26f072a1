import type { Environment } from '#app/platform/env.server.ts';
import { findSnapshot } from '#app/use-cases/readiness/snapshots/find-snapshot.server.ts';
import { listSnapshots } from '#app/use-cases/readiness/snapshots/list-snapshots.server.ts';
import type { SnapshotHead } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import { recomputeSnapshot } from '#app/use-cases/readiness/snapshots/recompute-snapshot.server.ts';
import { takeSnapshot } from '#app/use-cases/readiness/snapshots/take-snapshot.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { ServiceDifferences } from '#curriculum/readiness/snapshot.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness snapshot take|list|show|check`: what the gates said on a day, frozen, and whether it can be recomputed. */
export async function snapshotVerb(input: Input, env: Environment): Promise<Answer> {
  const [verb, id] = input.args;
  if (verb === 'take') return take(input, env);
  if (verb === 'list') return list(env);
  if (!id) return wrongUsage();
  if (verb === 'show') return show(id, env);
  return verb === 'check' ? check(id, env) : wrongUsage();
}

async function take({ options }: Input, env: Environment): Promise<Answer> {
  const { 'as-of': asked, services } = options;
  const refused = noSuchDay(asked);
  if (refused) return refused;
  return inWorld(env, async (world) => {
    const scope = services
      ? ({ kind: 'services', services: services.split(',').map((each) => each.trim()) } as const)
      : ({ kind: 'country' } as const);
    const taken = await takeSnapshot(world, null, { asOf: asked ?? dayOf(world.now()), scope });
    if (!taken.ok) return { exit: 1, error: refusals[taken.reason] };
    const found = await findSnapshot(world, null, { id: taken.id });
    if (!found.ok) throw new Error('A snapshot that was just taken is whole.');
    return { exit: 0, text: lineOf(found.snapshot), json: json['readiness snapshot take|list|show']([found.snapshot]) };
  });
}

const refusals = {
  forbidden: 'The command line may take snapshots.',
  'not-a-day': 'Write a day as 2026-11-24.',
  'no-service': 'Name library services that exist, as tjeneste-0657, with a comma between them.',
  'no-places': 'There are no library services yet: npm run -s toolkit -- db seed.',
  busy: 'The facts kept changing while they were read. Try again in a moment.',
};

const list = (env: Environment): Promise<Answer> =>
  inWorld(env, async (world) => {
    const snapshots = (await listSnapshots(world, null))!;
    return {
      exit: 0,
      text: snapshots.map(lineOf).join('\n'),
      json: json['readiness snapshot take|list|show'](snapshots),
    };
  });

const show = (id: string, env: Environment): Promise<Answer> =>
  inWorld(env, async (world) => {
    const found = await findSnapshot(world, null, { id });
    if (!found.ok) return refusedOf(found);
    const { snapshot } = found;
    const rows = snapshot.rows.map(
      ({ name, verdict, staffing }) => `${name}: ${verdict}, ${staffing.countedForGate} of ${staffing.required}`,
    );
    return {
      exit: 0,
      text: [lineOf(snapshot), ...rows].join('\n'),
      json: json['readiness snapshot take|list|show']([snapshot], snapshot.rows),
    };
  });

const check = (id: string, env: Environment): Promise<Answer> =>
  inWorld(env, async (world) => {
    const found = await recomputeSnapshot(world, null, { id });
    if (!found.ok) return refusedOf(found);
    const same = found.recomputed === found.snapshot.sha256;
    const printed = json['readiness snapshot check'](same ? 'same' : 'differs', found.snapshot, found);
    const later = found.later.map(
      (each) => `${textOf(each)}; recorded ${each.since?.at ?? '?'} (${each.since?.tables.join(', ') ?? '?'})`,
    );
    if (!same) {
      const error = ['Recomputed, it has another hash:', ...found.unexplained.map(textOf)].join('\n');
      return { exit: 1, error, json: printed };
    }
    const text = [`Recomputed, it has the same hash: ${found.recomputed}`, ...later].join('\n');
    return { exit: 0, text, json: printed };
  });

const refusedOf = (found: { reason: 'not-found' } | { reason: 'altered'; head: SnapshotHead }): Answer =>
  found.reason === 'not-found'
    ? { exit: 1, error: 'There is no such snapshot: readiness snapshot list names them.' }
    : {
        exit: 1,
        error: 'The snapshot was altered in the database: its hash is not the one it was given.',
        json: json['readiness snapshot check']('altered', found.head),
      };

const lineOf = ({ id, asOf, knownAt, sha256 }: SnapshotHead) => `${id} as of ${asOf}, known ${knownAt}: ${sha256}`;

const textOf = ({ name, differences }: ServiceDifferences) =>
  `${name}: ${differences.map(({ what, frozen, found }) => `${what} was "${frozen}", is "${found}"`).join('; ')}`;
