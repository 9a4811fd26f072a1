import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '#db/open-database.ts';
import { bareEnvironment } from '../e2e/bare-environment.ts';

export type Site = { url: string; pid: number; stop(): void };
export type BenchSite = Site & { dataDir: string; hold: string };

/** Makes demo data in a folder of its own. */
export function seedBenchData(size: 'small' | 'whole'): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-bench-'));
  const env = bareEnvironment(dataDir, { LOG_LEVEL: 'silent' });
  const only = size === 'small' ? ['--small'] : [];
  execFileSync(process.execPath, ['build/node/toolkit.js', 'db', 'seed', ...only], { env, stdio: 'ignore' });
  return dataDir;
}

/** Starts the built server over demo data, as in production; `hold` is the hold with most people. */
export async function openBenchSite(port: number, dataDir: string = seedBenchData('small')): Promise<BenchSite> {
  const env = bareEnvironment(dataDir, { PORT: String(port), LOG_LEVEL: 'silent' });
  const { db, close } = openDatabase({ dataDir });
  const { hold_id: hold } = await db
    .selectFrom('enrolment')
    .select('hold_id')
    .groupBy('hold_id')
    .orderBy((each) => each.fn.countAll(), 'desc')
    .orderBy('hold_id')
    .limit(1)
    .executeTakeFirstOrThrow();
  await close();
  return { dataDir, hold, ...(await serving(['build/node/server.js'], port, env)) };
}

/** The cookie of a named person of the demo. */
export async function signInAs({ url, dataDir }: BenchSite, givenName: string): Promise<string> {
  const { db, close } = openDatabase({ dataDir });
  const person = await db
    .selectFrom('person')
    .innerJoin('person_name', 'person_name.person_id', 'person.id')
    .select('person.id')
    .where('given_name', '=', givenName)
    .where('demo', '=', 1)
    .orderBy('person.id')
    .executeTakeFirstOrThrow();
  await close();
  const signedIn = await fetch(`${url}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ person: person.id }),
  });
  return signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** The CPU time of a process, all threads together, in milliseconds. */
export function cpuOf(pid: number): number {
  const threads = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(threads).map((thread) =>
    Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** Starts an empty Remix application, set up as its documentation says. */
export function openEmptyRemix(port: number): Promise<Site> {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, PORT: String(port) };
  return serving(['--import', 'tsx', 'tests/bench/empty-remix.tsx'], port, env);
}

async function serving(program: string[], port: number, env: NodeJS.ProcessEnv): Promise<Site> {
  const server = spawn(process.execPath, program, { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok;
  // A busy machine takes its time to start a server.
  for (let tries = 0; !(await ready()); tries++) {
    if (tries === 600 || server.exitCode !== null) throw new Error(`${program.join(' ')} did not start.`);
    await new Promise((wait) => setTimeout(wait, 100));
  }
  return { url, pid: server.pid!, stop: () => void server.kill('SIGTERM') };
}
