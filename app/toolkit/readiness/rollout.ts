import type { Environment } from '#app/platform/env.server.ts';
import { rolloutBoard } from '#app/use-cases/rollout/board/rollout-board.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { rolloutSteps } from '#curriculum/rollout/rollout-event.ts';
import type { Answer, Input } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness rollout --as-of DAY`: how far each service of each wave has come, and what it lacks. */
export async function rolloutVerb({ options }: Input, env: Environment): Promise<Answer> {
  const { 'as-of': asked, 'known-on': knownOn } = options;
  const refused = noSuchDay(asked, knownOn);
  if (refused) return refused;
  return inWorld(env, async (world) => {
    const board = await rolloutBoard(world, asked ?? dayOf(world.now()), { knownOn });
    const lines = board.waves.map(({ name, opensOn, counts }) => {
      const steps = rolloutSteps.filter((step) => counts[step] > 0).map((step) => `${step} ${counts[step]}`);
      return `${name}, ${opensOn}: ${steps.join(', ') || '–'}`;
    });
    return {
      exit: 0,
      text: [...lines, `No wave: ${board.others.length}`].join('\n'),
      json: json['readiness rollout'](board, knownOn),
    };
  });
}
