import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { readFace } from '#certificates/drawing/font-files.ts';
import { projectRoot } from './project-root.server.ts';

let pool: Piscina | undefined;
let fonts: Promise<Uint8Array[]> | undefined;

/** A drawing as a PNG of so many pixels across, with the letters of the product. The thread ends when nobody asks. */
export async function pictureOf(svg: string, width: number): Promise<Uint8Array> {
  const filename = pathToFileURL(path.join(projectRoot(), 'app', 'platform', 'picture-worker.js')).href;
  pool ??= new Piscina({ filename, minThreads: 0, maxThreads: 1, idleTimeout: 20_000 });
  fonts ??= Promise.all(['IBMPlexSans-Regular', 'IBMPlexSans-SemiBold'].map((name) => readFace(name)));
  return pool.run({ svg, width, fonts: await fonts }, { signal: AbortSignal.timeout(20_000) });
}
