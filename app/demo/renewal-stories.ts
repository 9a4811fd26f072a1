import { walkTo } from './adviser.ts';
import { begin, type Cast } from './cast.ts';
import { type NamedAdviser, stageOf } from './stage.ts';

const day = 24 * 3_600_000;

/** Stories about advisers whose certificate is about to end. */
export const renewalStories = ['renewing', 'renewed', 'renewing-in-grace'] as const;

/** Plays one adviser's story by calling the use cases: certified long ago, then on the shorter course. */
export async function playRenewal(
  cast: Cast,
  story: (typeof renewalStories)[number],
  who: NamedAdviser,
): Promise<void> {
  const { certified, staff, validDays } = stageOf(cast, who);
  const ago = { renewing: validDays - 20, renewed: validDays - 10, 'renewing-in-grace': validDays + 60 }[story];
  const { clock, viewer } = await certified(ago);
  clock.to(new Date(Date.parse(cast.world.now()) - 9 * day).toISOString());
  const enrolled = await begin(clock, cast, viewer, cast.holds.renewal);
  await walkTo(clock, enrolled, staff, story === 'renewed' ? undefined : 'vejene-igen');
}
