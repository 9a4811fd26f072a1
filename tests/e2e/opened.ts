import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from './chromium.ts';
import { openSite, type Site } from './site.ts';

/** Starts a browser and a built server before the first test of a file or group, and ends them after the last. */
export function whileOpen(take: (opened: { browser: Browser; site: Site }) => void): void {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await launchChromium();
    site = await openSite();
    take({ browser, site });
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
}
