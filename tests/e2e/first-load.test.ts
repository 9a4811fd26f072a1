import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { allowed, firstLoads } from '../first-load.ts';
import { whileOpen } from './opened.ts';
import type { Site } from './site.ts';

let browser: Browser;
let site: Site;
whileOpen((opened) => ({ browser, site } = opened));

test('the first page that an adviser opens is light, whichever it is', async () => {
  const loads = await firstLoads(browser, site.url);
  expect(loads.some(({ page }) => page.endsWith('/steps/m2'))).toBe(true);
  const heavy = loads.filter(({ kilobytes, requests }) => kilobytes > allowed.kilobytes || requests > allowed.requests);
  expect(heavy).toEqual([]);
});
