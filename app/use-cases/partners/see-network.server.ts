import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { countNetworkMembers, listContactPersons, listMessages } from '#db/queries/network.ts';
import { listServices } from '#db/queries/place.ts';
import { type PartnersAsked, partnersAsked } from './partners-asked.server.ts';

export type NetworkView = {
  services: number;
  withContact: number;
  members: number;
  contacts: { id: string; name: string; service: string; hasAddress: boolean }[];
  /** Library services without a contact person. */
  without: string[];
  messages: { id: string; subject: string; sentAt: string; recipients: number; sent: number; withoutAddress: number }[];
  /** Nobody writes to the network of another day. */
  mayWrite: boolean;
};

/**
 * The network "Lær mere om it" on a day: its contact persons, its size and the messages to it, for those who see the country.
 */
export async function seeNetwork(
  world: World,
  viewer: Viewer,
  asked: Omit<PartnersAsked, 'region'> = {},
): Promise<NetworkView | undefined> {
  if (!may(viewer, 'write-to-network')) return undefined;
  const { day, known, planned, isNow } = await partnersAsked(world, asked, 'all');
  const [services, contacts, members, messages] = await Promise.all([
    listServices(world.db),
    listContactPersons(world.db, day, known),
    countNetworkMembers(world.db, day, known),
    listMessages(world.db, 10, planned),
  ]);
  const covered = new Set(contacts.map(({ serviceId }) => serviceId));
  return {
    services: services.length,
    withContact: covered.size,
    members,
    contacts: contacts.map(({ id, name, service, email }) => ({ id, name, service, hasAddress: email !== null })),
    without: services
      .filter(({ id }) => !covered.has(id))
      .map(({ name }) => name)
      .sort(danish.compare),
    messages,
    mayWrite: isNow,
  };
}
