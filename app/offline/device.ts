import type { Waiting } from './waiting.ts';

// Cache Storage holds the pages, and beside them what waits, as JSON: one store is one thing to clear.
const own = 'own';
const assets = 'assets';
const week = 7 * 86_400_000;
const records = { queue: '/~queue', owner: '/~owner', listed: '/~listed', leaving: '/~leaving' } as const;

export const openOwn = () => caches.open(own);
export const openAssets = () => caches.open(assets);

async function read<T>(name: keyof typeof records, otherwise: T): Promise<T> {
  if (!(await caches.has(own))) return otherwise;
  const found = await (await openOwn()).match(records[name]);
  return found ? await found.json() : otherwise;
}

async function write(name: keyof typeof records, value: unknown): Promise<void> {
  await (await openOwn()).put(records[name], Response.json(value));
}

export const readQueue = () => read<Waiting[]>('queue', []);
export const readOwner = () => read<string | null>('owner', null);
/** Whether somebody signed out without a network: the server does not know yet. */
export const isLeaving = () => read('leaving', false);

let last: Promise<unknown> = Promise.resolve();

/** Changes what waits, one change after the other. */
export function changeQueue(change: (queue: Waiting[]) => Waiting[]): Promise<void> {
  const next = last.then(async () => write('queue', change(await readQueue())));
  last = next.catch(() => undefined);
  return next;
}

/** Takes away everything of the person before and begins anew for this one. */
export async function beginFor(owner: string): Promise<void> {
  await clearOwn();
  await write('owner', owner);
}

export const clearOwn = () => caches.delete(own);

/** When the list of pages was last asked for, so that it is not with every page. */
export const readListed = () => read<string>('listed', '');
export const noteListed = (at: string) => write('listed', at);

/**
 * Takes the pages away. What waits stays for the person who wrote it, until they or somebody else sign in, for a week at
 * most.
 */
export async function clearPages(): Promise<void> {
  const owner = await readOwner();
  const queue = (await readQueue()).filter(({ at }) => Date.now() - Date.parse(at) < week);
  await clearOwn();
  if (queue.length === 0 || owner === null) return;
  await write('owner', owner);
  await write('queue', queue);
}

/** Leaves a note that the server must still be told of the signing out. */
export async function leave(): Promise<void> {
  await clearOwn();
  await write('leaving', true);
}

/** Tells the server of a signing out that it has not heard of. Throws while there is no network. */
export async function signOutIfLeft(): Promise<void> {
  if (!(await isLeaving())) return;
  await fetch('/sign-out', { method: 'POST', redirect: 'manual' });
  await clearOwn();
}

/** The pages that are kept, without the records beside them. */
export async function keptPages(): Promise<Request[]> {
  if (!(await caches.has(own))) return [];
  const all = await (await openOwn()).keys();
  return all.filter(({ url }) => !new URL(url).pathname.startsWith('/~'));
}
