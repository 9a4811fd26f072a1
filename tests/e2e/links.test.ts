import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { whileOpen } from './opened.ts';
import type { Site } from './site.ts';
import { signIn, visit } from './visitor.ts';

let browser: Browser;
let site: Site;
whileOpen((opened) => {
  ({ browser, site } = opened);
});

/** The links and forms of a page, as drawn by the browser and as sent by the server. */
async function waysOnFrom(page: Page): Promise<{ drawn: string[]; written: string[] }> {
  return page.evaluate(async () => {
    const tell = (from: Document) =>
      [...from.querySelectorAll('a[href], form')].map((each) =>
        [...each.attributes]
          .map(({ name, value }) => `${name}=${value}`)
          .sort()
          .join(' '),
      );
    const html = await (await fetch(location.href)).text();
    return { drawn: tell(document), written: tell(new DOMParser().parseFromString(html, 'text/html')) };
  });
}

test.each([
  ['Vera', ['/my-certificate', '/courses', '/guidance', '/profile', '/help']],
  ['Karla', ['/grading', '/holds', '/search']],
  ['Stine', ['/monday', '/certificates', '/help']],
])('links and forms have the same addresses on the server and in the browser: %s', async (name, places) => {
  const visitor = await visit(browser, { url: site.url, scripts: true });
  const { page } = visitor;
  await signIn(visitor, name);
  await visitor.go('/contact');
  for (const place of places) {
    await page.locator(`header a[href^="${place}"], footer a[href="${place}"]`).first().click();
    await page.waitForURL((url) => url.pathname === place);
    await visitor.look();
    const { drawn, written } = await waysOnFrom(page);
    expect(written.filter((each) => each.includes('href=')).length).toBeGreaterThan(8);
    expect(drawn).toEqual(written);
    // The menu marks one entry, and where a page is one of its tabs, the tabs mark that page.
    const marks = drawn.filter((link) => link.includes('aria-current=page'));
    expect(new Set(marks).size, place).toBe(place === '/profile' ? 0 : 1);
  }
  await visitor.leave();
});

test('a form without an action is sent to the address of its page, on the server and in the browser', async () => {
  const visitor = await visit(browser, { url: site.url, scripts: true });
  const { page } = visitor;
  await signIn(visitor, 'Stine');
  await visitor.go('/readiness');
  await page.locator('main a[href^="/readiness?"]').first().click();
  await page.waitForURL((url) => url.search !== '');
  await visitor.look();
  const { drawn, written } = await waysOnFrom(page);
  expect(drawn).toEqual(written);
  const { pathname, search } = new URL(page.url());
  expect(written.filter((each) => each.startsWith(`action=${pathname}${search} `))).not.toEqual([]);
  await visitor.leave();
});

test('the menu marks the entry that a page belongs to, even if the page has another address', async () => {
  const visitor = await visit(browser, { url: site.url, scripts: false });
  await signIn(visitor, 'Stine');
  await visitor.go('/municipalities/101');
  expect(await visitor.page.locator('.top__nav [aria-current=page]').getAttribute('href')).toBe('/monday');
  await visitor.leave();
});
