import type { BoardWave } from './rollout-board.server.ts';

/** The wave the page is about: the next to open that is not all live, and otherwise the first that is not. */
export function nextWaveOf(waves: readonly BoardWave[], asOf: string): BoardWave | undefined {
  const open = waves.filter(({ services }) => services.some(({ step }) => step !== 'i-drift'));
  return open.find(({ opensOn }) => opensOn >= asOf) ?? open[0];
}
