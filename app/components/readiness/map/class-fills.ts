import type { LayerClass, MapLayer } from '#curriculum/readiness/map-layers.ts';

/** How a class is drawn: three shades of one colour and four patterns, which stay apart in grey. */
export type Fill = 'dark' | 'mid' | 'soft' | 'dots' | 'hatch' | 'lines' | 'grid';

/** Unknown is always the hatch, and never a shade. */
const fills: { [Layer in MapLayer]: Record<LayerClass[Layer], Fill> } = {
  readiness: { klar: 'dark', bemandet: 'mid', 'under-uddannelse': 'soft', 'ikke-i-gang': 'dots', uafklaret: 'hatch' },
  staffing: { enough: 'dark', partly: 'mid', 'under-way': 'soft', none: 'dots', unknown: 'hatch' },
  papers: { 'in-order': 'dark', soon: 'mid', lacking: 'dots', unknown: 'hatch' },
  rollout: { live: 'dark', waiting: 'mid', training: 'soft', invited: 'lines', 'not-started': 'dots', paused: 'grid' },
};

export const fillOf = (layer: MapLayer, shownAs: string): Fill =>
  (fills[layer] as Record<string, Fill>)[shownAs] ?? 'hatch';
