import { launchChromium } from '../e2e/chromium.ts';
import { allowed, firstLoads } from '../first-load.ts';
import { openBenchSite } from './bench-site.ts';
import type { Measured } from './main.ts';

const port = 3998;

/** The first load of each page of an adviser; a browser test refuses what is above the target. */
export async function benchFirstLoad(): Promise<Measured[]> {
  const { url, stop } = await openBenchSite(port);
  const browser = await launchChromium();
  const loads = await firstLoads(browser, url);
  await browser.close();
  stop();
  return loads.map(({ page, kilobytes, requests }) => ({
    name: `First load of ${page}`,
    measured: `${kilobytes.toFixed(1)} kB in ${requests} requests`,
    target: `≤ ${allowed.kilobytes} kB in ≤ ${allowed.requests} requests`,
  }));
}
