import type { World } from '#app/platform/world.server.ts';
import { guidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { atHand } from './at-hand.ts';
import { type MondayGuidance, shortAnswers } from './short-answers.ts';

/**
 * The short answers to the questions about guidance: what the page of the log shows in full. They count 90 days, so they may be
 * some minutes old. With `wait` they are worked out first.
 */
export async function guidanceAtHand(
  world: World,
  today: string,
  { wait = false }: { wait?: boolean } = {},
): Promise<MondayGuidance | undefined> {
  const work = async () => shortAnswers(await guidanceFigures(world, today));
  return wait ? work() : atHand(world, `guidance ${today}`, { work, freshMinutes: 10 });
}
