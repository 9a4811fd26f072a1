import type { Browser } from 'playwright-core';

export type FirstLoad = { page: string; kilobytes: number; requests: number };
/** What the first page of a visit may take, whichever of an adviser's pages it is; figures come when they are scrolled to. */
export const allowed = { kilobytes: 180, requests: 14 };

const fixed = [
  '/my-certificate',
  '/guidance',
  '/practice',
  '/my-notes',
  '/my-letters',
  '/courses',
  '/courses/it-paedagogisk-vejleder',
  '/courses/it-paedagogisk-vejleder/sample',
  '/profile',
  '/search?find=mitid',
  '/glossary',
  '/help',
  '/offline',
];

/** Opens each page of an adviser in an empty browser and counts the bytes on the wire and the requests, fonts among them. */
export async function firstLoads(browser: Browser, url: string): Promise<FirstLoad[]> {
  const signedIn = await browser.newContext({ baseURL: url });
  const page = await signedIn.newPage();
  await page.goto('/sign-in');
  await page.locator('.persona button:has-text("Vera Eksempel")').click();
  await page.waitForURL('**/my-certificate');
  const cookies = await signedIn.cookies();
  const steps = await page.$$eval('a[href*="/steps/"]', (links) => links.map((link) => link.getAttribute('href')!));
  await signedIn.close();
  const found: FirstLoad[] = [];
  for (const address of [...fixed, ...new Set(steps)]) {
    const context = await browser.newContext({ baseURL: url, serviceWorkers: 'block' });
    await context.addCookies(cookies);
    const fresh = await context.newPage();
    const session = await context.newCDPSession(fresh);
    await session.send('Network.enable');
    const addressOf = new Map<string, string>();
    // On a slow machine the router asks for one list of routes twice, so each address counts once.
    const bytes = new Map<string, number>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) => addressOf.set(requestId, request.url));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const asked = addressOf.get(requestId) ?? requestId;
      if (!asked.includes('/course-files/')) bytes.set(asked, encodedDataLength);
    });
    await fresh.goto(address);
    await fresh.waitForLoadState('networkidle');
    await context.close();
    const sum = [...bytes.values()].reduce((all, each) => all + each, 0);
    found.push({ page: address.replace(/[0-9a-f-]{36}/, '…'), kilobytes: sum / 1000, requests: bytes.size });
  }
  return found;
}
