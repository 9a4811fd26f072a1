import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Visitor = {
  page: Page;
  context: BrowserContext;
  go(path: string): Promise<void>;
  press(selector: string): Promise<void>;
  /** Waits until the page is at rest; by then nothing may be on the console, and axe finds nothing. */
  look(): Promise<void>;
  leave(): Promise<void>;
};
type Options = { url: string; scripts: boolean; width?: number };

/** A person at a browser. Every page they come to is looked at by axe, and an unexpected error on the console fails. */
export async function visit(browser: Browser, { url, scripts, width = 1280 }: Options): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: scripts,
    viewport: { width, height: 900 },
    locale: 'da-DK',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    // A refused form is an answer with a 4xx, which Chromium puts on the console by itself.
    if (message.type() === 'error' && !/Failed to load resource.*status of 4\d\d/.test(message.text()))
      errors.push(message.text());
  });
  const look = async () => {
    await page.waitForLoadState('networkidle');
    expect(errors).toEqual([]);
    await expectWhatIsDrawnWith(page);
    if (scripts) await expectNothingFromAxe(page);
  };
  return {
    page,
    context,
    look,
    async go(path) {
      await page.goto(path);
      await look();
    },
    /** Presses a button or follows a link, and waits for where it leads. */
    async press(selector) {
      const before = await page.evaluate(() => document.body.innerText).catch(() => '');
      await page.locator(selector).first().click();
      await page.waitForLoadState('networkidle');
      await page
        .waitForFunction((text) => document.body.innerText !== text, before, { timeout: 10_000 })
        .catch(() => undefined);
      await look();
    },
    leave: () => context.close(),
  };
}

/** A pattern that is not on the page leaves what it should fill black. */
async function expectWhatIsDrawnWith(page: Page): Promise<void> {
  const html = await page.content();
  const ids = [...html.matchAll(/url\(#([\w-]+)\)/g)].map(([, id]) => id);
  expect(
    ids.filter((id) => !html.includes(` id="${id}"`)),
    page.url(),
  ).toEqual([]);
}

async function expectNothingFromAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
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
