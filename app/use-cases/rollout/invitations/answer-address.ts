import type { World } from '#app/platform/world.server.ts';
import { answerSecret } from './answer-secret.ts';

/** The address that answers an invitation without a sign-in. */
export const answerAddress = (world: Pick<World, 'keyed' | 'publicUrl'>, invitationId: string): string =>
  `${world.publicUrl}/answer/${answerSecret(world, invitationId)}`;
