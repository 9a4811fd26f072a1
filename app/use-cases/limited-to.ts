import { type Action, may, type Scope } from './permission.ts';
import type { Viewer } from './viewer.ts';

/** Those of the things on which the viewer may perform the action. */
export function limitedTo<Thing extends Scope>(viewer: Viewer, action: Action, things: readonly Thing[]): Thing[] {
  return things.filter((thing) => may(viewer, action, thing));
}
