import { titleOf } from './kept.ts';

/** The title of a page that was kept; its address if there is none. */
export async function titleOfKept(address: string): Promise<string> {
  const kept = await caches.match(address, { ignoreVary: true });
  return (kept && titleOf(await kept.text())) || address;
}
