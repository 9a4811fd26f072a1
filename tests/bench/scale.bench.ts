import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '#db/open-database.ts';
import type { Db } from '#db/schema.ts';
import { type BenchSite, cpuOf, openBenchSite, seedBenchData, signInAs } from './bench-site.ts';
import { median } from './bench-world.ts';
import type { Measured } from './main.ts';
import { multiplyDemo } from './multiply-demo.ts';

const port = 3991;
/** The whole country a few years on. */
const peopleAtSize = 20_000;
const warmUp = 20;
const rounds = 15;
/** A slow page is asked less often: it is warm sooner, and nobody waits an hour for the bench. */
const mostTime = 6_000;

type Asked = { name: string; who: string; path(at: BenchSite): string; target: string };

const pages: Asked[] = [
  { name: 'The Monday page', who: 'Stine', path: () => '/monday', target: '≤ 20 ms' },
  { name: 'The map', who: 'Stine', path: () => '/readiness/map', target: '≤ 20 ms' },
  { name: 'The table of municipalities and gates', who: 'Stine', path: () => '/readiness', target: '≤ 25 ms' },
  {
    name: 'The table on a day a month ago',
    who: 'Stine',
    path: () => `/readiness?asOf=${monthAgo()}`,
    target: '≤ 2× its SQL',
  },
  {
    name: 'What changed since then',
    who: 'Stine',
    path: () => `/readiness/questions/compare?since=${monthAgo()}`,
    target: '≤ 2× one day',
  },
  { name: 'The board of the rollout', who: 'Stine', path: () => '/rollout', target: '≤ 20 ms' },
  { name: 'One municipality', who: 'Stine', path: () => '/municipalities/0657', target: '≤ 10 ms' },
  { name: 'The register of certificates', who: 'Stine', path: () => '/certificates', target: '≤ 10 ms' },
  {
    name: 'The register, one status, by holder',
    who: 'Stine',
    path: () => '/certificates?status=renewal-open&sort=holder',
    target: '≤ 10 ms',
  },
  { name: 'The register, searched', who: 'Stine', path: () => '/certificates?find=karen', target: '≤ 10 ms' },
  { name: 'The grading queue', who: 'Karla', path: () => '/grading', target: '≤ 10 ms' },
  { name: 'The holds of a leader', who: 'Karla', path: () => '/holds', target: '≤ 10 ms' },
  { name: 'Every hold', who: 'Arne', path: () => '/holds', target: '≤ 10 ms' },
  { name: 'One hold', who: 'Karla', path: ({ hold }) => `/holds/${hold}`, target: '≤ 10 ms' },
  { name: 'Search', who: 'Arne', path: () => '/search?find=karen', target: '≤ 10 ms' },
  { name: 'People', who: 'Arne', path: () => '/people?find=eksempel', target: '≤ 10 ms' },
  { name: 'My certificate', who: 'Vera', path: () => '/my-certificate', target: 'as the demo' },
];

const monthAgo = () => new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);

/**
 * CPU of a page in the built server, all threads, the median of the rounds: with the demo alone, and with the demo
 * multiplied to 20,000 people with all that belongs to them. And the most memory that the server took. Making the two
 * takes minutes, so a folder may be named that keeps them: `npm run bench -- scale FOLDER`.
 */
export async function benchScale(folder?: string): Promise<Measured[]> {
  const { small, large } = worldsIn(folder);
  if (!existsSync(small)) cpSync(seedBenchData('whole'), small, { recursive: true });
  if (!existsSync(large)) {
    cpSync(small, large, { recursive: true });
    await grow(large);
  }
  const size = await sizeOf(large);
  const [demo, country] = [await measure(small, port), await measure(large, port + 1)];
  return [
    ...pages.map(({ name, target }, at) => {
      const [before, after] = [demo.cpu[at]!, country.cpu[at]!];
      return {
        name: `${name}, ${size}`,
        measured: `${after.toFixed(1)} ms, with the demo alone ${before.toFixed(1)} ms (${(after / before).toFixed(2)}×), ${Math.round(country.bytes[at]! / 1024)} kB`,
        target: `${target}; growth ≤ 1.3×`,
      };
    }),
    {
      name: 'The most memory of the server',
      measured: `${country.memory} MB, with the demo alone ${demo.memory} MB`,
      target: '≤ 300 MB',
    },
  ];
}

function worldsIn(folder = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-bench-'))) {
  mkdirSync(folder, { recursive: true });
  return { small: path.join(folder, 'demo'), large: path.join(folder, 'country') };
}

async function grow(dataDir: string): Promise<void> {
  const { db, close } = openDatabase({ dataDir });
  await multiplyDemo(db, Math.ceil(peopleAtSize / (await countIn(db, 'person'))) - 1);
  await close();
}

async function sizeOf(dataDir: string): Promise<string> {
  const { db, close } = openDatabase({ dataDir });
  const people = await countIn(db, 'person');
  const enrolments = await countIn(db, 'enrolment');
  const events = await countIn(db, 'learning_event');
  await close();
  return `${people} people, ${enrolments} enrolments, ${events} events`;
}

async function countIn(db: Db, table: 'person' | 'enrolment' | 'learning_event'): Promise<number> {
  const count = db.selectFrom(table).select((each) => each.fn.countAll<number>().as('n'));
  return Number((await count.executeTakeFirstOrThrow()).n);
}

async function measure(dataDir: string, at: number): Promise<{ cpu: number[]; bytes: number[]; memory: number }> {
  const site = await openBenchSite(at, dataDir);
  try {
    const cpu: number[] = [];
    const bytes: number[] = [];
    for (const { who, path: pathIn } of pages) {
      const cookie = await signInAs(site, who);
      const ask = async () => {
        const answer = await fetch(site.url + pathIn(site), { headers: { cookie, 'accept-encoding': 'identity' } });
        if (!answer.ok) throw new Error(`${pathIn(site)} answers ${answer.status} to ${who}.`);
        return (await answer.arrayBuffer()).byteLength;
      };
      const spent = () => cpuOf(site.pid);
      const start = spent();
      for (let warm = 0; warm < warmUp && (warm === 0 || spent() - start < mostTime); warm++)
        bytes[cpu.length] = await ask();
      const times: number[] = [];
      const warm = spent();
      for (let round = 0; round < rounds && (round < 3 || spent() - warm < mostTime); round++) {
        const before = spent();
        await ask();
        times.push(spent() - before);
      }
      cpu.push(median(times));
    }
    return { cpu, bytes, memory: mostMemory(site.pid) };
  } finally {
    site.stop();
  }
}

/** In MB, since the process began. */
function mostMemory(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
}
