import type { Action } from './permission.ts';
import { may } from './permission.ts';
import type { Viewer } from './viewer.ts';

export type MenuKey =
  | 'my-certificate'
  | 'courses'
  | 'guidance'
  | 'grading'
  | 'holds'
  | 'readiness'
  | 'forecast'
  | 'obligations'
  | 'guidance-log'
  | 'partners'
  | 'certificates'
  | 'people'
  | 'operations'
  | 'search';

const entries: readonly { key: MenuKey; to: string; action: Action }[] = [
  { key: 'my-certificate', to: '/my-certificate', action: 'see-own-course' },
  { key: 'courses', to: '/courses', action: 'enrol' },
  { key: 'guidance', to: '/guidance', action: 'log-guidance' },
  { key: 'grading', to: '/grading', action: 'grade' },
  { key: 'holds', to: '/holds', action: 'see-holds' },
  { key: 'readiness', to: '/readiness', action: 'see-readiness' },
  { key: 'forecast', to: '/forecast', action: 'see-forecast' },
  { key: 'obligations', to: '/obligations', action: 'see-obligations' },
  { key: 'guidance-log', to: '/guidance-log', action: 'see-guidance-figures' },
  { key: 'partners', to: '/partners', action: 'see-partners' },
  { key: 'certificates', to: '/certificates', action: 'revoke-certificate' },
  { key: 'people', to: '/people', action: 'manage-people' },
  { key: 'operations', to: '/operations', action: 'keep-database' },
  { key: 'search', to: '/search', action: 'search' },
];

/** The menu entries for this viewer. Hiding one is not protection; every use case checks permission itself. */
export function menuOf(viewer: Viewer): { key: MenuKey; to: string }[] {
  return entries.filter(({ action }) => may(viewer, action)).map(({ key, to }) => ({ key, to }));
}
