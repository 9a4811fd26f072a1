import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { addLooks } from '#db/queries/certificate-look.ts';

/** What fetches pages by itself: search engines, previews of links, monitors and programs. */
const machines =
  /bot|crawl|spider|slurp|preview|facebookexternalhit|monitor|uptime|scan|curl|wget|python|java\/|http-?client|axios|node/i;

/**
 * Is this somebody who opens the page to look? Not a machine, not a page fetched before it is asked for, and not the page
 * that asks again by itself, as it does when a name has been compared. Opening it once more is counted once more.
 */
export function isLook(request: Request): boolean {
  const agent = request.headers.get('User-Agent') ?? '';
  const from = request.headers.get('Referer');
  const here = new URL(request.url).pathname.replace(/\.data$/, '');
  return (
    request.method === 'GET' &&
    agent !== '' &&
    !machines.test(agent) &&
    !/prefetch|prerender/.test(request.headers.get('Sec-Purpose') ?? '') &&
    !(from && URL.canParse(from) && new URL(from).pathname === here)
  );
}

/** Counted in memory, so that the check page waits for no writing; the round of the minute saves it. */
export function countLook(world: World, number: string): void {
  const key = `${dayOf(world.now())} ${number}`;
  world.looks.set(key, (world.looks.get(key) ?? 0) + 1);
}

/** Saves what was counted since the last time; what cannot be saved now is kept for the next. */
export async function saveLooks(world: World): Promise<void> {
  const counted = [...world.looks];
  world.looks.clear();
  const rows = counted.map(([key, looks]) => {
    const [day, number] = key.split(' ') as [string, string];
    return { number, day, looks };
  });
  await addLooks(world.db, rows).catch((error: unknown) => {
    for (const [key, looks] of counted) world.looks.set(key, (world.looks.get(key) ?? 0) + looks);
    throw error;
  });
}
