import { sha256 } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';

/** One form with one content, sent by one person. A form that is gone back to and filled in otherwise is another. */
export const operationOf = (viewer: Viewer, input: { operationId?: string }): string | null =>
  input.operationId ? sha256(JSON.stringify([viewer.personId, input])) : null;
