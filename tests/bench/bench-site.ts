import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bareEnvironment } from '../e2e/bare-environment.ts';

export type Site = { url: string; pid: number; stop(): void };

/** The built server over small demo data, as production runs it. */
export async function openBenchSite(port: number): Promise<Site & { dataDir: string }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-bench-'));
  const env = bareEnvironment(dataDir, { PORT: String(port), LOG_LEVEL: 'silent' });
  execFileSync(process.execPath, ['build/node/toolkit.js', 'db', 'seed', '--small'], { env, stdio: 'ignore' });
  return { dataDir, ...(await serving(['build/node/server.js'], port, env)) };
}

/** A Remix with nothing in it, served as its documents say. */
export function openEmptyRemix(port: number): Promise<Site> {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, PORT: String(port) };
  return serving(['--import', 'tsx', 'tests/bench/empty-remix.tsx'], port, env);
}

async function serving(program: string[], port: number, env: NodeJS.ProcessEnv): Promise<Site> {
  const server = spawn(process.execPath, program, { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok;
  for (let tries = 0; tries < 100 && !(await ready()); tries++) await new Promise((wait) => setTimeout(wait, 100));
  return { url, pid: server.pid!, stop: () => void server.kill('SIGTERM') };
}
