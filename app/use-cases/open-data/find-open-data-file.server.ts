import type { World } from '#app/platform/world.server.ts';
import { overReadingLimit } from '#app/use-cases/sign-in/over-reading-limit.ts';
import { type OpenDataFile, openDataFiles } from './open-data-files.server.ts';

type Outcome =
  | { ok: true; file: OpenDataFile; changedAt: string }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'too-many'; seconds: number };

/** Enough for whoever reads all files each minute, and far from a flood. */
const filesAnHour = 1_200;

type Seen = { sha256: string; at: string };
const lastSeen = new WeakMap<World, Map<string, Seen>>();

/** One open file by its name, with the instant from which this server has given it with this content. */
export async function findOpenDataFile(
  world: World,
  { name, client }: { name: string; client: string },
): Promise<Outcome> {
  const seconds = overReadingLimit(world, `open-data-from:${client}`, filesAnHour);
  if (seconds !== undefined) return { ok: false, reason: 'too-many', seconds };
  const { files } = await openDataFiles(world);
  const file = files.find((each) => each.name === name);
  return file ? { ok: true, file, changedAt: changedAt(world, file) } : { ok: false, reason: 'not-found' };
}

function changedAt(world: World, { name, sha256 }: OpenDataFile): string {
  const files = lastSeen.get(world) ?? new Map<string, Seen>();
  lastSeen.set(world, files);
  const known = files.get(name);
  if (known?.sha256 === sha256) return known.at;
  const seen = { sha256, at: world.now() };
  files.set(name, seen);
  return seen.at;
}
