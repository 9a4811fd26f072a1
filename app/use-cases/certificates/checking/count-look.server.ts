import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { addLooks } from '#db/queries/certificate-look.ts';

/** Clients that fetch pages automatically: search engines, link previews, monitors and other programs. */
const machines =
  /bot|crawl|spider|slurp|preview|facebookexternalhit|monitor|uptime|scan|curl|wget|python|java\/|http-?client|axios|node/i;

/**
 * True if a person opens the page to look at it. Bots, prefetched pages and the page's own requests (such as after a
 * name was compared) do not count. Opening the page again counts again.
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

/**
 * Counts in memory, so that the check page does not wait for a write. The job that runs every minute saves the counts.
 */
export function countLook(world: World, number: string): void {
  const key = `${dayOf(world.now())} ${number}`;
  world.looks.set(key, (world.looks.get(key) ?? 0) + 1);
}

/** Saves the looks counted since the last time. If saving fails, they are kept for the next time. */
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
