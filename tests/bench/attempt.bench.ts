import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { cpuOf, openEmptyRemix, type Site } from './bench-site.ts';
import { median } from './bench-world.ts';
import type { Measured } from './main.ts';

const port = 3995;
/** Attempts before anything is measured, so that the server has compiled its hot code. */
const warmUp = 60;
const rounds = 25;

type Adviser = { enrolmentId: string; cookie: string };
type Way = { name: string; take(site: Site, adviser: Adviser): Promise<number>; more: number; allowed: number };

/**
 * The server's CPU of a whole attempt of ten answers, from the page of the test to its result, the median, against as
 * many pages of an empty Remix that take their turns.
 */
export async function benchAttempt(): Promise<Measured[]> {
  const { site, advisers } = await openAttemptSite(2 * (warmUp + rounds));
  const empty = await openEmptyRemix(port + 1);
  try {
    for (let warm = 0; warm < 3_000; warm++) await (await fetch(empty.url)).text();
    for (let warm = 0; warm < warmUp; warm++) for (const { take } of ways) await take(site, advisers.pop()!);
    const spent = ways.map(() => ({ own: [] as number[], bare: [] as number[], requests: 0 }));
    for (let round = 0; round < rounds; round++)
      for (const [at, { take }] of ways.entries()) {
        const before = cpuOf(site.pid);
        const requests = await take(site, advisers.pop()!);
        spent[at]!.own.push(cpuOf(site.pid) - before);
        const bareBefore = cpuOf(empty.pid);
        for (let page = 0; page < requests; page++) await (await fetch(empty.url)).text();
        spent[at]!.bare.push((cpuOf(empty.pid) - bareBefore) / requests);
        spent[at]!.requests = requests;
      }
    return ways.map(({ name, allowed, more }, at) => {
      const { own, bare, requests } = spent[at]!;
      const page = median(bare);
      const above = median(own) - allowed * page;
      return {
        name,
        measured: `${requests} requests, ${median(own).toFixed(1)} ms: ${allowed} empty pages (of ${page.toFixed(2)} ms) ${above < 0 ? '-' : '+'} ${Math.abs(above).toFixed(1)} ms`,
        target: `${allowed} requests, ≤ ${allowed} empty pages + ${more} ms`,
      };
    });
  } finally {
    site.stop();
    empty.stop();
  }
}

const ways: Way[] = [
  { name: 'An attempt of ten answers, with JavaScript', take: withScripts, allowed: 13, more: 10 },
  { name: 'An attempt of ten answers, without JavaScript', take: withoutScripts, allowed: 25, more: 15 },
];

/** What the router and the page of a question ask; the browser tests count that there is nothing else. */
async function withScripts({ url }: Site, { enrolmentId, cookie }: Adviser): Promise<number> {
  const here = `/enrolments/${enrolmentId}/steps/proeve`;
  const ask = asking(url, cookie);
  await ask.get(`${here}.data?_routes=routes%2Fstep`);
  const attempt = attemptIn(await ask.post(`${here}.data`, { intent: 'start-quiz' }));
  for (let slot = 1; slot <= 10; slot++) {
    const next = slot < 10 ? String(slot + 1) : 'review';
    const said = await ask.post(`${here}/questions/${slot}/answer`, {
      attempt,
      next,
      operation: `${attempt}-${slot}`,
      answer: '1',
    });
    if (!said.includes('"brought"')) throw new Error(said);
  }
  const result = await ask.post(`${here}/review.data`, { attempt });
  if (!result.includes('"result"')) throw new Error(result);
  return ask.requests();
}

async function withoutScripts({ url }: Site, { enrolmentId, cookie }: Adviser): Promise<number> {
  const here = `/enrolments/${enrolmentId}/steps/proeve`;
  const ask = asking(url, cookie);
  await ask.get(here);
  await ask.post(here, { intent: 'start-quiz' });
  const attempt = /name="attempt" value="([^"]+)"/.exec(await ask.get(`${here}/questions/1`))![1]!;
  for (let slot = 1; slot <= 10; slot++) {
    const next = slot < 10 ? String(slot + 1) : 'review';
    await ask.post(`${here}/questions/${slot}`, { attempt, next, answer: '1' });
    await ask.get(slot < 10 ? `${here}/questions/${next}` : `${here}/review`);
  }
  await ask.post(`${here}/review`, { attempt });
  await ask.get(here);
  return ask.requests();
}

function asking(url: string, cookie: string) {
  let requests = 0;
  const send = async (path: string, init: RequestInit) => {
    requests += 1;
    const headers = { cookie, origin: url, 'accept-encoding': 'identity' };
    const answer = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    if (answer.status >= 400) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return answer.text();
  };
  return {
    requests: () => requests,
    get: (path: string) => send(path, {}),
    post: (path: string, fields: Record<string, string>) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

const attemptIn = (said: string): string => /"attemptId","([^"]+)"/.exec(said)![1]!;

/** The site in a process of its own, with so many advisers who may take the test. */
async function openAttemptSite(count: number): Promise<{ site: Site; advisers: Adviser[] }> {
  const program = ['--import', 'tsx', 'tests/bench/attempt-site.ts', String(port), String(count)];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  const advisers: Adviser[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line === 'ready') break;
    advisers.push(JSON.parse(line));
  }
  if (advisers.length < count) throw new Error('The site did not start.');
  return {
    advisers,
    site: { url: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => void child.kill('SIGTERM') },
  };
}
