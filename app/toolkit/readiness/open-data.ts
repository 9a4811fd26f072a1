import path from 'node:path';
import type { Environment } from '#app/platform/env.server.ts';
import { openDataFiles } from '#app/use-cases/open-data/open-data-files.server.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { writeWhole } from '../write-whole.ts';

/** `readiness open-data --out FOLDER`: the open files as everybody gets them, each whole or not at all. */
export async function openDataVerb({ options: { out } }: Input, env: Environment): Promise<Answer> {
  if (!out) return wrongUsage('Which folder? Write --out FOLDER.');
  return inWorld(env, async (world) => {
    const { files } = await openDataFiles(world);
    for (const { name, text } of files) {
      try {
        writeWhole(path.join(out, name), text);
      } catch (error) {
        const why = `${name} cannot be written to ${out}: ${(error as Error).message}`;
        return { exit: 1, error: why, json: json['readiness open-data'](out, [], why) };
      }
    }
    const lines = files.map(
      ({ name, bytes, rows }) => `${name}: ${bytes} bytes${rows === null ? '' : `, ${rows} rows`}`,
    );
    return { exit: 0, text: lines.join('\n'), json: json['readiness open-data'](out, files) };
  });
}
