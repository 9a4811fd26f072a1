import { readdirSync, readFileSync } from 'node:fs';
import { createElement, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { openDatabase } from '#db/open-database.ts';
import { openBenchSite } from './bench-site.ts';
import { medianCpu } from './bench-world.ts';
import type { Measured } from './main.ts';

const port = 3997;
/** Enough for the server to have compiled what it uses often; before that, half of the CPU is the compiler's. */
const warmUp = 3_000;
const rounds = 20;
const perRound = 100;

/** CPU of a signed-in page in the built server that has settled, all threads, the median of the rounds, against React's own `renderToString` of as many elements and as much text. */
export async function benchPage(): Promise<Measured[]> {
  const { url, dataDir, pid, stop } = await openBenchSite(port);
  const { db, close } = openDatabase({ dataDir });
  const vera = await db
    .selectFrom('person')
    .innerJoin('person_name', 'person_name.person_id', 'person.id')
    .select('person.id')
    .where('given_name', '=', 'Vera')
    .where('demo', '=', 1)
    .executeTakeFirstOrThrow();
  await close();
  const signedIn = await fetch(`${url}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ person: vera.id }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const get = async (pathname: string) =>
    (await fetch(url + pathname, { headers: { cookie, 'accept-encoding': 'identity' } })).text();
  const rows: Measured[] = [];
  for (const pathname of ['/profile', '/my-certificate']) {
    const html = await get(pathname);
    for (let warm = 0; warm < warmUp; warm++) await get(pathname);
    const measured: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = cpuOf(pid);
      for (let run = 0; run < perRound; run++) await get(pathname);
      measured.push((cpuOf(pid) - before) / perRound);
    }
    measured.sort((a, b) => a - b);
    const [perPage, best] = [measured[rounds / 2]!, measured[0]!];
    const tree = likeIt(html);
    for (let warm = 0; warm < 200; warm++) renderToString(tree);
    const react = await medianCpu(50, () => {
      for (let at = 0; at < 10; at++) renderToString(tree);
    });
    const elements = (html.match(/<[a-z]/g) ?? []).length;
    rows.push({
      name: `${pathname}, signed in, CPU of the server`,
      measured: `${perPage.toFixed(2)} ms (best round ${best.toFixed(2)}); React alone ${(react / 10).toFixed(2)} ms, so + ${(perPage - react / 10).toFixed(2)} ms (${elements} elements)`,
      target: '≤ React + 2 ms',
    });
  }
  stop();
  return rows;
}

/** What a process has run, all its threads together, in milliseconds. */
function cpuOf(pid: number): number {
  const threads = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(threads).map((thread) =>
    Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** The same elements, attributes and text as a React tree. */
function likeIt(html: string): ReactElement {
  const body = html.slice(html.indexOf('<body'), html.indexOf('<script'));
  const stack: { tag: string; props: Record<string, string>; children: (ReactElement | string)[] }[] = [
    { tag: 'div', props: {}, children: [] },
  ];
  const none = new Set(['input', 'br', 'img', 'meta', 'link', 'path', 'circle', 'rect', 'ellipse']);
  for (const [, close, tag, attributes, text] of body.matchAll(/<(\/?)([a-zA-Z0-9]+)([^>]*)>([^<]*)/g)) {
    const top = stack.at(-1)!;
    if (close) {
      if (stack.length > 1 && top.tag === tag) {
        stack.pop();
        stack
          .at(-1)!
          .children.push(createElement(top.tag, { key: stack.at(-1)!.children.length, ...top.props }, ...top.children));
      }
    } else {
      const props = Object.fromEntries(
        [...attributes!.matchAll(/([a-z-]+)="([^"]*)"/g)]
          .filter(([, name]) => !['style', 'value', 'checked'].includes(name!))
          .map(([, name, value]) => [name === 'class' ? 'className' : name === 'for' ? 'htmlFor' : name!, value!]),
      );
      if (attributes!.endsWith('/') || none.has(tag!))
        top.children.push(createElement(tag!, { key: top.children.length, ...props }));
      else stack.push({ tag: tag!, props, children: [] });
    }
    if (text) stack.at(-1)!.children.push(text);
  }
  while (stack.length > 1) {
    const top = stack.pop()!;
    stack
      .at(-1)!
      .children.push(createElement(top.tag, { key: stack.at(-1)!.children.length, ...top.props }, ...top.children));
  }
  return createElement('div', null, ...stack[0]!.children);
}
