import { createElement, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { openDatabase } from '#db/open-database.ts';
import { type BenchSite, cpuOf, openBenchSite, openEmptyRemix, type Site, signInAs } from './bench-site.ts';
import { median } from './bench-world.ts';
import type { Measured } from './main.ts';

const port = 3997;
/** Enough rounds for the server to compile its hot code; before that, the compiler takes half of the CPU. */
const warmUp = 3_000;
const rounds = 100;
const perRound = 20;

/** A page with the CPU of each round: of the server, and of React alone for its tree. */
type Page = {
  site: Site;
  path: string;
  cookie: string;
  html: string;
  elements: number;
  tree: ReactElement;
  server: number[];
  react: number[];
};

/**
 * CPU of a signed-in page in the built server that has settled, all threads, the median of the rounds, against React's own
 * `renderToString` of as many elements and as much text. An empty Remix takes its turns among them, and so does React,
 * for a machine's speed varies: what counts is what they cost in the same minutes.
 */
export async function benchPage(): Promise<Measured[]> {
  const site = await openBenchSite(port);
  const empty = await openEmptyRemix(port + 1);
  try {
    const cookie = await signInAs(site, 'Vera');
    const bare = await pageAt(empty, '/', cookie);
    const learner = await signInAs(site, 'Nora');
    const own = [
      await pageAt(site, '/profile', cookie),
      await pageAt(site, '/my-certificate', cookie),
      await pageAt(site, await lessonOf(site, 'Nora'), learner),
    ];
    if (!/<figure[^>]*>.*<fieldset/s.test(own.at(-1)!.html)) throw new Error('The lesson has no figure, or no check.');
    for (let round = 0; round < rounds; round++) for (const page of [bare, ...own]) await measure(page);
    const above = ({ server, react }: Page) => median(server) - median(react);
    return own.map((page) => ({
      name: `${nameOf(page.path)}, signed in, CPU of the server`,
      measured: `React + ${above(page).toFixed(2)} ms, an empty Remix in turn + ${above(bare).toFixed(2)} ms (in all ${median(page.server).toFixed(2)}, best ${Math.min(...page.server).toFixed(2)}; React ${median(page.react).toFixed(2)} for ${page.elements} elements)`,
      target: '≤ React + 2 ms, where an empty Remix is about + 1 ms',
    }));
  } finally {
    site.stop();
    empty.stop();
  }
}

/** The address of the first lesson of somebody's course: it has figures and checks. */
async function lessonOf({ dataDir }: BenchSite, givenName: string): Promise<string> {
  const { db, close } = openDatabase({ dataDir });
  const { id } = await db
    .selectFrom('enrolment')
    .innerJoin('person_name', 'person_name.person_id', 'enrolment.person_id')
    .select('enrolment.id')
    .where('given_name', '=', givenName)
    .where('enrolment.state', '=', 'active')
    .orderBy('enrolment.edition', 'desc')
    .orderBy('enrolment.id')
    .executeTakeFirstOrThrow();
  await close();
  return `/enrolments/${id}/steps/m1`;
}

const nameOf = (path: string) => (path.startsWith('/enrolments/') ? 'A lesson with figures and checks' : path);

/** Requests a page until the server has warmed up. */
async function pageAt(site: Site, path: string, cookie: string): Promise<Page> {
  const html = await get({ site, path, cookie });
  const tree = likeIt(html);
  const page = { site, path, cookie, html, elements: html.match(/<[a-z]/g)!.length, tree, server: [], react: [] };
  for (let warm = 0; warm < warmUp; warm++) {
    await get(page);
    renderToString(tree);
  }
  return page;
}

async function measure(page: Page): Promise<void> {
  const before = cpuOf(page.site.pid);
  for (let run = 0; run < perRound; run++) await get(page);
  page.server.push((cpuOf(page.site.pid) - before) / perRound);
  const begun = process.cpuUsage();
  for (let run = 0; run < perRound; run++) renderToString(page.tree);
  const { user, system } = process.cpuUsage(begun);
  page.react.push((user + system) / 1000 / perRound);
}

async function get({ site, path, cookie }: Pick<Page, 'site' | 'path' | 'cookie'>): Promise<string> {
  const answer = await fetch(site.url + path, { headers: { cookie, 'accept-encoding': 'identity' } });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
  return answer.text();
}

/** The same elements, attributes and text as a React tree. */
function likeIt(html: string): ReactElement {
  const body = html.slice(html.indexOf('<body'), html.indexOf('<script'));
  const stack: { tag: string; props: Record<string, string>; children: (ReactElement | string)[] }[] = [
    { tag: 'div', props: {}, children: [] },
  ];
  const none = new Set([
    'input',
    'br',
    'img',
    'meta',
    'link',
    'path',
    'circle',
    'rect',
    'ellipse',
    'hr',
    'source',
    'track',
  ]);
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
