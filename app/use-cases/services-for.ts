import { type Action, permissions, type Reach } from './permission.ts';
import type { Role, Viewer } from './viewer.ts';

/** The library services to which an action is limited for this viewer, or 'all'. */
export function servicesFor(viewer: Viewer, action: Action): 'all' | string[] {
  const reaches: Partial<Record<Role, Reach>> = permissions[action];
  if (viewer.grants.some(({ role }) => reaches[role] === 'all')) return 'all';
  return viewer.grants.flatMap(({ role, serviceId }) =>
    reaches[role] === 'own-service' && serviceId ? [serviceId] : [],
  );
}
