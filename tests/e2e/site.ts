import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { bareEnvironment } from './bare-environment.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const built = (name: string) => path.join(root, 'build', 'node', `${name}.js`);

export type Site = {
  url: string;
  dataDir: string;
  toolkit(...words: string[]): string;
  /** Everything the server has printed so far. */
  printed(): string;
  signal(name: NodeJS.Signals): Promise<number | null>;
  stop(): Promise<void>;
};

/** Starts a built server over a copy of the demo data. With `fileKilobytes`, none of its files can grow beyond that. */
export async function openSite(
  more: Record<string, string> = {},
  { fileKilobytes }: { fileKilobytes?: number } = {},
): Promise<Site> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-'));
  cpSync(inject('seeded'), dataDir, { recursive: true });
  const port = await freePort();
  const env = bareEnvironment(dataDir, { PORT: String(port), ...more });
  // The shell counts in blocks of half a kilobyte.
  const command = fileKilobytes
    ? ['sh', '-c', `ulimit -f ${2 * fileKilobytes}; exec "$0" "$1"`, process.execPath, built('server')]
    : [process.execPath, built('server')];
  const child = spawn(command[0]!, command.slice(1), { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = `http://127.0.0.1:${port}`;
  let printed = '';
  child.stdout.on('data', (text) => (printed += text));
  child.stderr.on('data', (text) => (printed += text));
  await ready(child, url, () => printed);
  const ended = new Promise<number | null>((end) => child.once('exit', end));
  return {
    url,
    dataDir,
    toolkit: (...words) =>
      execFileSync(process.execPath, [built('toolkit'), ...words], { cwd: root, env, encoding: 'utf8' }),
    printed: () => printed,
    signal: (name) => {
      child.kill(name);
      return ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ready(child: ChildProcess, url: string, printed: () => string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((wait) => setTimeout(wait, 200));
  }
  throw new Error(`The server did not come up.\n${printed()}`);
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
