import { sha256 } from '#app/platform/world.server.ts';

/**
 * The header that says whose page this is. A browser keeps pages for one person alone, and sends what waited in it only
 * while that person is signed in.
 */
export const ownerHeader = 'Offline-Owner';

/** A name for a person that says nothing about them. */
export const ownerOf = (personId: string): string => sha256(`offline:${personId}`).slice(0, 22);
