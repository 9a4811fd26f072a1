import { menuOf } from './menu-of.ts';
import type { Viewer } from './viewer.ts';

/** The page somebody sees first after signing in. */
export function homeOf(viewer: Viewer): string {
  return menuOf(viewer)[0]?.to ?? '/profile';
}
