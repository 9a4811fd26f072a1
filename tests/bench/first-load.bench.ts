import { launchChromium } from '../e2e/chromium.ts';
import { openBenchSite } from './bench-site.ts';
import type { Measured } from './main.ts';

const port = 3998;

/** Counts bytes on the wire and requests of an adviser's first page in an empty browser, including fonts. */
export async function benchFirstLoad(): Promise<Measured[]> {
  const { url, stop } = await openBenchSite(port);
  const browser = await launchChromium();
  const rows: Measured[] = [];
  const first = await browser.newContext({ baseURL: url });
  const page = await first.newPage();
  await page.goto('/sign-in');
  await page.locator('.persona button:has-text("Vera Eksempel")').click();
  await page.waitForLoadState('networkidle');
  const cookies = await first.cookies();
  const lesson = await page.locator('.line a').first().getAttribute('href');
  for (const where of ['/my-certificate', lesson!, '/guidance']) {
    const context = await browser.newContext({ baseURL: url });
    await context.addCookies(cookies);
    const fresh = await context.newPage();
    const session = await context.newCDPSession(fresh);
    await session.send('Network.enable');
    let bytes = 0;
    let requests = 0;
    session.on('Network.requestWillBeSent', () => (requests += 1));
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await fresh.goto(where);
    await fresh.waitForLoadState('networkidle');
    rows.push({
      name: `First load of ${where.replace(/[0-9a-f-]{36}/, '…')}`,
      measured: `${(bytes / 1000).toFixed(1)} kB in ${requests} requests`,
      target: '≤ 180 kB in ≤ 14 requests',
    });
    await context.close();
  }
  await browser.close();
  stop();
  return rows;
}
