import type { BoardWave } from './rollout-board.server.ts';

/** The wave the page is about: the first with services that are not live yet. */
export const nextWaveOf = (waves: readonly BoardWave[]): BoardWave | undefined =>
  waves.find(({ services }) => services.some(({ step }) => step !== 'i-drift'));
