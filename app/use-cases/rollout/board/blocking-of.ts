import type { BoardService, BoardWave } from './rollout-board.server.ts';

type Blocked = { unmet: number; unknown: number };
export type BlockingRow = { key: string; cells: Blocked[]; sum: Blocked };

/** How many services of each wave each gate holds back, the most first; a gate that holds nobody back is left out. */
export function blockingOf(waves: readonly BoardWave[], gates: readonly string[]): BlockingRow[] {
  const row = (key: string) => ({
    key,
    cells: waves.map(({ services }) => countOf(services, key)),
    sum: countOf(
      waves.flatMap(({ services }) => services),
      key,
    ),
  });
  return gates
    .map(row)
    .filter(({ sum }) => sum.unmet + sum.unknown > 0)
    .sort((a, b) => b.sum.unmet + b.sum.unknown - (a.sum.unmet + a.sum.unknown));
}

function countOf(services: readonly BoardService[], key: string): Blocked {
  const lacking = services.filter(({ step }) => step !== 'i-drift').flatMap(({ lacks }) => lacks);
  const values = lacking.filter((lack) => lack.key === key).map(({ value }) => value);
  return {
    unmet: values.filter((value) => value === 'ikke-opfyldt').length,
    unknown: values.filter((value) => value === 'ukendt').length,
  };
}
