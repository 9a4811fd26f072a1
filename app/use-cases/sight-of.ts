import type { Sight } from '#db/queries/known-to.ts';
import { type Action, permissions, type Reach } from './permission.ts';
import { servicesFor } from './services-for.ts';
import type { Role, Viewer } from './viewer.ts';

/** Whom this viewer may look up by an action. Every look-up of people asks with it. */
export function sightOf(viewer: Viewer, action: Action): Sight {
  const reaches: Partial<Record<Role, Reach>> = permissions[action];
  const services = servicesFor(viewer, action);
  if (services === 'all') return 'all';
  const leads = viewer.grants.some(({ role }) => reaches[role] === 'own-holds');
  return { services, leaderId: leads ? viewer.personId : undefined };
}
