import { type Action, permissions, type Reach } from './permission.ts';
import type { Role, Viewer } from './viewer.ts';

/** The leader to whose holds an action is limited for this viewer; undefined if it reaches further. */
export function leaderFor(viewer: Viewer, action: Action): string | undefined {
  const reaches: Partial<Record<Role, Reach>> = permissions[action];
  return viewer.grants.some(({ role }) => reaches[role] === 'all') ? undefined : viewer.personId;
}
