import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { unmarkedProse } from '../controls.ts';

export type Visitor = {
  page: Page;
  context: BrowserContext;
  go(path: string): Promise<void>;
  /**
   * Presses a button or follows a link. With `leaves` it waits for another address, because the old page may change
   * first.
   */
  press(selector: string, how?: { leaves: boolean }): Promise<void>;
  /**
   * Waits until the page is at rest. Then the console must be empty, and axe must find nothing in a new shape of page.
   */
  look(): Promise<void>;
  leave(): Promise<void>;
};
const pause = (ms: number) => new Promise((over) => setTimeout(over, ms));

/** With `offline`, the browser keeps pages as it does for people; other tests want each page from the server. */
type Options = { url: string; scripts: boolean; width?: number; offline?: boolean };

/**
 * A person at a browser. Each shape of page they come to is looked at by axe once per language and width, and an
 * unexpected error on the console fails.
 */
export async function visit(
  browser: Browser,
  { url, scripts, width = 1280, offline = false }: Options,
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: scripts,
    viewport: { width, height: 900 },
    locale: 'da-DK',
    reducedMotion: 'reduce',
    serviceWorkers: offline ? 'allow' : 'block',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    // Chromium logs every response with a 4xx, such as a refused form, and what it asks for without a network.
    const expected = offline
      ? /status of (4\d\d|503)|net::ERR_|Failed to fetch/
      : /Failed to load resource.*status of 4\d\d/;
    if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text());
  });
  const asked = new Set<Request>();
  // Playwright does not hear the end of every request that a worker answers, so there the router has the word.
  if (!offline) page.on('request', (request) => asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  // The page saves an answer by a separate request and sends the form after the response.
  const rest = async () => {
    if (!scripts) return page.waitForLoadState('networkidle');
    for (const giveUp = Date.now() + 60_000; Date.now() < giveUp; await pause(20)) {
      await untilAtRest(page);
      if (asked.size === 0) return;
    }
    const open = [...asked].map((request) => `${request.method()} ${request.url()}`);
    throw new Error(`The page ${page.url()} does not come to rest: ${open.join(', ')}`);
  };
  const look = async () => {
    await rest();
    expect(errors).toEqual([]);
    const html = await page.content();
    expect(unmarkedProse(html), 'prose that a form would lose').toEqual([]);
    expectWhatIsDrawnWith(page, html);
    if (scripts && (await isNewShape(page, width))) await expectNothingFromAxe(page);
  };
  return {
    page,
    context,
    look,
    async go(path) {
      await page.goto(path);
      await look();
    },
    async press(selector, { leaves } = { leaves: false }) {
      const here = page.url();
      const before = await page.evaluate(() => document.body.innerText).catch(() => '');
      await page.locator(selector).first().click();
      if (leaves) await page.waitForURL((url) => url.href !== here);
      await rest();
      await page
        .waitForFunction((text) => document.body.innerText !== text, before, { timeout: 10_000 })
        .catch(() => undefined);
      await look();
    },
    leave: () => context.close(),
  };
}

/**
 * Waits until the page is loaded and drawn by React, and the router has no navigation, fetch or revalidation under way.
 * A page without the router (a bare error page, a file) is at rest once it is loaded.
 */
async function untilAtRest(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  do {
    // Playwright takes a promise for a yes, so what it waits for is answered at once.
    await page.waitForFunction(isAtRest);
    // React draws what the router has fetched within two frames. A page that is left meanwhile is asked again.
    await page
      .evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      .catch(() => undefined);
  } while (!(await page.evaluate(isAtRest).catch(() => false)));
}

function isAtRest(): boolean {
  const { __remixContext: context, __remixRouter: router } = window as unknown as {
    __remixContext?: object;
    __remixRouter?: {
      state: {
        initialized: boolean;
        navigation: { state: string };
        revalidation: string;
        fetchers: Map<string, { state: string }>;
      };
    };
  };
  if (document.readyState !== 'complete') return false;
  if (!context) return true;
  if (!router) return false;
  const { initialized, navigation, revalidation, fetchers } = router.state;
  const main = document.querySelector('main');
  return (
    initialized &&
    navigation.state === 'idle' &&
    revalidation === 'idle' &&
    [...fetchers.values()].every(({ state }) => state === 'idle') &&
    (!main || Object.keys(main).some((key) => key.startsWith('__reactFiber$')))
  );
}

const seen = new Set<string>();

/** A shape is the address without ids, the language, the width and the kinds of elements on the page. */
async function isNewShape(page: Page, width: number): Promise<boolean> {
  const { language, elements } = await page.evaluate(() => ({
    language: document.documentElement.lang,
    elements: [
      ...new Set(
        [...document.querySelectorAll('body *:not(svg *)')].map(
          (each) =>
            `${each.tagName}.${each.getAttribute('class') ?? ''}.${each.getAttribute('type') ?? ''}.${each.getAttribute('role') ?? ''}`,
        ),
      ),
    ].sort(),
  }));
  const address = new URL(page.url()).pathname.replace(/[\w-]*\d[\w-]*/g, '*');
  const shape = [address, language, width, ...elements].join(' ');
  if (seen.has(shape)) return false;
  seen.add(shape);
  return true;
}

/** An SVG fill whose pattern is missing from the page would be black. */
function expectWhatIsDrawnWith(page: Page, html: string): void {
  const ids = [...html.matchAll(/url\(#([\w-]+)\)/g)].map(([, id]) => id);
  expect(
    ids.filter((id) => !html.includes(` id="${id}"`)),
    page.url(),
  ).toEqual([]);
}

async function expectNothingFromAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Somebody who speaks to the computer says what they see, so a name contains the visible words.
      rules: { 'label-content-name-mismatch': { enabled: true } },
    })
    // One pass in the page itself: there are no frames to look into, and it takes half the time.
    .setLegacyMode(true)
    .analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join(' | ')}`,
  );
  expect(found, page.url()).toEqual([]);
}

export async function signIn(visitor: Visitor, givenName: string): Promise<void> {
  await visitor.go('/sign-in');
  await visitor.press(`.persona button:has-text("${givenName} Eksempel")`);
}
