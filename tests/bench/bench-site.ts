import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bareEnvironment } from '../e2e/bare-environment.ts';

/** The built server over small demo data, as production runs it. */
export async function openBenchSite(
  port: number,
): Promise<{ url: string; dataDir: string; pid: number; stop(): void }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-bench-'));
  const env = bareEnvironment(dataDir, { PORT: String(port), LOG_LEVEL: 'silent' });
  execFileSync(process.execPath, ['build/node/toolkit.js', 'db', 'seed', '--small'], { env, stdio: 'ignore' });
  const server = spawn(process.execPath, ['build/node/server.js'], { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok;
  for (let tries = 0; tries < 100 && !(await ready()); tries++) await new Promise((wait) => setTimeout(wait, 100));
  return { url, dataDir, pid: server.pid!, stop: () => void server.kill('SIGTERM') };
}
