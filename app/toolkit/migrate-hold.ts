import type { Environment } from '#app/platform/env.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { type DecidedFor, decideMigration } from '#app/use-cases/holds/editions/decide-migration.server.ts';
import type { Mover } from '#app/use-cases/holds/editions/mover-with.ts';
import { previewMigration } from '#app/use-cases/holds/editions/preview-migration.server.ts';
import { describeChange } from '#curriculum/flow/editions/describe-change.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';

/**
 * `curriculum migrate --hold ID --to EDITION --decision stay|migrate|restart [--enrolment ID]`. With `--dry-run` it says
 * who would keep or lose what, and decides nothing.
 */
export async function migrateHold({ options }: Input, env: Environment): Promise<Answer> {
  const { hold: holdId, to, decision = '', enrolment: enrolmentId } = options;
  const dryRun = 'dry-run' in options;
  if (!holdId || !to || (!dryRun && decision === '')) return wrongUsage();
  const asked = { holdId, to, decision, enrolmentId };
  return inWorld(env, (world) => (dryRun ? foresee(world, asked) : carryOut(world, asked)), { migrate: true });
}

type Asked = { holdId: string; to: string; decision: string; enrolmentId: string | undefined };

/** Who would keep or lose what. */
export async function foresee(world: World, { holdId, to, enrolmentId }: Omit<Asked, 'decision'>): Promise<Answer> {
  const seen = await previewMigration(world, null, { holdId, to });
  if (!seen.ok) return refusal(seen.reason);
  const { preview } = seen;
  const wanted = preview.people.filter((each) => !enrolmentId || each.enrolmentId === enrolmentId);
  const lines = [
    `${preview.change} change since ${preview.hold.edition}:`,
    ...describeChange({ ...preview, words: [] }),
    ...wanted.map(lineOf),
  ];
  return { exit: 0, text: lines.join('\n'), json: json['curriculum migrate --dry-run'](preview, wanted) };
}

/** Decides, and says what became of each. */
export async function carryOut(world: World, asked: Asked): Promise<Answer> {
  const outcome = await decideMigration(world, null, asked);
  if (!outcome.ok) return refusal(outcome.reason);
  const printed = json['curriculum migrate'](outcome.people);
  const text = outcome.people.map(saidOf).join('\n');
  const isRefused = asked.enrolmentId !== undefined && outcome.people.some((each) => each.outcome === 'cannot');
  return isRefused ? { exit: 1, error: text, json: printed } : { exit: 0, text, json: printed };
}

const refusal = (reason: keyof typeof reasons): Answer => ({
  exit: 1,
  error: reasons[reason],
  json: json.refused(reasons[reason]),
});

const reasons = {
  'not-found': 'There is no such hold, or nobody on it with that enrolment is under way.',
  'no-newer-edition': 'There is no published edition newer than the one of this hold.',
  'no-such-edition': 'There is no such published edition that is newer than the one of this hold.',
  'not-a-decision': 'Decide: --decision stay, --decision migrate or --decision restart.',
};

const because = {
  'attempt-running': 'a test is being taken; wait until it is handed in',
  'work-waiting': 'work waits for an answer; grade it first',
  silent: 'only words have changed; they move without a decision',
  'not-running': 'the course cannot be moved now',
};

const listed = (steps: readonly { id: string }[]) => steps.map(({ id }) => id).join(', ') || 'nothing';

function lineOf(mover: Mover): string {
  const head = `${mover.enrolmentId} ${mover.name} (${mover.edition})`;
  if (mover.standing === 'there') return `${head}: is there already`;
  if (mover.standing !== 'open') return `${head}: stays, because ${because[mover.standing]}`;
  const { kept, lost, declared, waiting } = mover;
  return [
    `${head}: keeps ${listed(kept)}`,
    `loses ${listed(lost)}`,
    ...(declared.length > 0 ? [`by declaration ${listed(declared)}`] : []),
    ...(waiting.migrate.length > 0 ? [`grade first ${listed(waiting.migrate)}`] : []),
  ].join('; ');
}

const saidOf = (person: DecidedFor): string =>
  `${person.enrolmentId} ${person.name}: ${person.outcome === 'cannot' ? `stays, because ${because[person.because]}` : person.outcome}`;
