import { paperAgeOf } from './paper-age.ts';
import type { ServiceReadiness } from './readiness-of.ts';

/** What the map can show, each with its classes in the order of the legend. */
export const mapLayers = {
  readiness: ['klar', 'bemandet', 'under-uddannelse', 'ikke-i-gang', 'uafklaret'],
  staffing: ['enough', 'partly', 'under-way', 'none', 'unknown'],
  papers: ['in-order', 'soon', 'lacking', 'unknown'],
  rollout: ['live', 'waiting', 'training', 'invited', 'not-started', 'paused'],
} as const;
export type MapLayer = keyof typeof mapLayers;
export type LayerClass = { [Layer in MapLayer]: (typeof mapLayers)[Layer][number] };
export const layerNames = Object.keys(mapLayers) as MapLayer[];

type Shown = Pick<ServiceReadiness, 'mapClass' | 'staffing' | 'inTraining' | 'people' | 'gates' | 'stage'>;

/** The class of a service in a layer, with its papers as they stand on a day. */
export function layerClassOf<Layer extends MapLayer>(layer: Layer, shown: Shown, papersOn: string): LayerClass[Layer] {
  const classes: { [Each in MapLayer]: () => LayerClass[Each] } = {
    readiness: () => shown.mapClass,
    staffing: () => staffingClassOf(shown),
    papers: () => paperClassOf(shown, papersOn),
    rollout: () => rolloutClassOf(shown),
  };
  return classes[layer]();
}

function staffingClassOf({ staffing, inTraining }: Shown): LayerClass['staffing'] {
  if (staffing.missing === null) return 'unknown';
  if (staffing.missing === 0) return 'enough';
  if (staffing.countedForGate > 0) return 'partly';
  return inTraining ? 'under-way' : 'none';
}

/** A paper that says no weighs more than one that nobody has seen, and both more than one that is soon too old. */
function paperClassOf({ gates }: Shown, day: string): LayerClass['papers'] {
  const papers = gates.filter(({ kind }) => kind === 'evidence');
  if (papers.some(({ value }) => value === 'ikke-opfyldt')) return 'lacking';
  if (papers.some(({ value }) => value === 'ukendt')) return 'unknown';
  return papers.some((paper) => paperAgeOf(paper, day) === 'soon') ? 'soon' : 'in-order';
}

/** What has happened in the rollout, and for those who are not live how far their people are. */
function rolloutClassOf({ stage, staffing, inTraining }: Shown): LayerClass['rollout'] {
  if (stage === 'paa-pause') return 'paused';
  if (stage === 'i-drift') return 'live';
  if (staffing.missing === 0) return 'waiting';
  if (inTraining) return 'training';
  return stage === 'ikke-startet' ? 'not-started' : 'invited';
}
