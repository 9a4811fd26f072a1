import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findMessage, listRecipients } from '#db/queries/network.ts';

/** What became of a letter: sent, on its way, given up after ten tries, or never written for want of an address. */
export type LetterState = 'sent' | 'waiting' | 'failed' | 'no-address';
export type NetworkMessageView = {
  subject: string;
  body: string;
  sentAt: string;
  recipients: { id: string; name: string; state: LetterState; sentAt: string | null }[];
};

const mostTries = 10;

/** A message to the network and who got it. */
export async function seeNetworkMessage(
  world: World,
  viewer: Viewer,
  id: string,
): Promise<NetworkMessageView | undefined> {
  if (!may(viewer, 'write-to-network')) return undefined;
  const message = await findMessage(world.db, id);
  if (!message) return undefined;
  const recipients = await listRecipients(world.db, id, dayOf(world.now()));
  return {
    subject: message.subject,
    body: message.body,
    sentAt: message.sentAt,
    recipients: recipients.map(({ id: personId, name, letter, sentAt, tries }) => ({
      id: personId,
      name,
      state:
        letter === null ? 'no-address' : sentAt ? 'sent' : (tries ?? 0) >= mostTries ? 'failed' : ('waiting' as const),
      sentAt,
    })),
  };
}
