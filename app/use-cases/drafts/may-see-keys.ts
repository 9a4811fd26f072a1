import { hasRole } from '#app/use-cases/has-role.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';

/** Whether somebody may see the questions of a draft with their keys: never who may be asked them, whatever else they are. */
export const maySeeKeys = (viewer: Viewer): boolean => may(viewer, 'review-questions') && !hasRole(viewer, 'adviser');
