import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Environment, readSettings } from '#app/platform/env.server.ts';
import { openWorld } from '#app/platform/open-world.server.ts';
import type { World } from '#app/platform/world.server.ts';

/** A world over an empty SQLite file in a temporary folder. */
export async function benchWorld(): Promise<World & { close(): Promise<void>; env: Environment }> {
  const settings = readSettings({
    DATA_DIR: mkdtempSync(path.join(tmpdir(), 'vejlederbevis-bench-')),
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
  });
  if (!settings.ok) throw new Error('settings');
  return (await openWorld(settings.env, { migrate: true })) as World & { close(): Promise<void>; env: Environment };
}

/** The median; the upper one of two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The median wall time, in milliseconds. */
export async function medianTime(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < runs; at++) {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  }
  return median(times);
}
