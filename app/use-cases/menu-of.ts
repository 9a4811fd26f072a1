import type { Action } from './permission.ts';
import { may } from './permission.ts';
import type { Viewer } from './viewer.ts';

export type TabKey =
  | 'monday'
  | 'map'
  | 'table'
  | 'report'
  | 'figures'
  | 'partners'
  | 'obligations'
  | 'guidance-log'
  | 'help-points';

export type MenuKey =
  | 'my-certificate'
  | 'courses'
  | 'guidance'
  | 'grading'
  | 'holds'
  | 'overview'
  | 'forecast'
  | 'rollout'
  | 'surroundings'
  | 'certificates'
  | 'people'
  | 'operations'
  | 'search'
  | 'places';

type Entry<Key> = { key: Key; to: string; action: Action };

/** The pages of an entry that has several; the page shows them as tabs. */
const overview: readonly Entry<TabKey>[] = [
  { key: 'monday', to: '/monday', action: 'see-readiness' },
  { key: 'map', to: '/readiness/map', action: 'see-readiness' },
  { key: 'table', to: '/readiness', action: 'see-readiness' },
  { key: 'figures', to: '/readiness/figures', action: 'see-readiness' },
  { key: 'report', to: '/readiness/report', action: 'keep-snapshots' },
];
const surroundings: readonly Entry<TabKey>[] = [
  { key: 'partners', to: '/partners', action: 'see-partners' },
  { key: 'obligations', to: '/obligations', action: 'see-obligations' },
  { key: 'guidance-log', to: '/guidance-log', action: 'see-guidance-figures' },
  { key: 'help-points', to: '/help-points', action: 'record-help-points' },
];

const entries: readonly (Entry<MenuKey> & { tabs?: readonly Entry<TabKey>[] })[] = [
  { key: 'my-certificate', to: '/my-certificate', action: 'see-own-course' },
  { key: 'courses', to: '/courses', action: 'enrol' },
  { key: 'guidance', to: '/guidance', action: 'log-guidance' },
  { key: 'grading', to: '/grading', action: 'grade' },
  { key: 'holds', to: '/holds', action: 'see-holds' },
  { key: 'overview', to: '/monday', action: 'see-readiness', tabs: overview },
  { key: 'forecast', to: '/forecast', action: 'see-forecast' },
  { key: 'rollout', to: '/rollout', action: 'see-rollout' },
  { key: 'surroundings', to: '/partners', action: 'see-partners', tabs: surroundings },
  { key: 'certificates', to: '/certificates', action: 'revoke-certificate' },
  { key: 'people', to: '/people', action: 'manage-people' },
  { key: 'operations', to: '/operations', action: 'keep-database' },
  { key: 'search', to: '/search', action: 'search' },
  { key: 'places', to: '/places', action: 'manage-places' },
];

export type MenuEntry = { key: MenuKey; to: string; tabs?: { key: TabKey; to: string }[] };

/** The menu entries for this viewer. Hiding one is not protection; every use case checks permission itself. */
export function menuOf(viewer: Viewer): MenuEntry[] {
  const mine = <Key>(all: readonly Entry<Key>[]) => all.filter(({ action }) => may(viewer, action));
  return mine(entries).map(({ key, to, tabs }: (typeof entries)[number]) => ({
    key,
    to,
    ...(tabs && { tabs: mine(tabs).map(({ key: tab, to: page }) => ({ key: tab, to: page })) }),
  }));
}
