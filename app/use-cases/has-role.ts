import type { Role, Viewer } from './viewer.ts';

export function hasRole(viewer: Viewer, role: Role): boolean {
  return viewer.grants.some((grant) => grant.role === role);
}
