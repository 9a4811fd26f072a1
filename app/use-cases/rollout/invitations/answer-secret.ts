import type { World } from '#app/platform/world.server.ts';

/**
 * The secret of an invitation's link, made from its id with the key of this installation: a reminder and a paper carry the
 * same link, and the database keeps only its hash.
 */
export const answerSecret = (world: Pick<World, 'keyed'>, invitationId: string): string =>
  world.keyed(`answer-link:${invitationId}`);
