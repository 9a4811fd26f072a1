import { sha256 } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';

/**
 * Identifies one form with one content from one person. If somebody goes back and changes the form, it counts as
 * another.
 */
export const operationOf = (viewer: Viewer, input: { operationId?: string }): string | null =>
  input.operationId ? sha256(JSON.stringify([viewer.personId, input])) : null;
