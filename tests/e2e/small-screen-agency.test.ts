import type { Browser } from 'playwright-core';
import { whileOpen } from './opened.ts';
import type { Site } from './site.ts';
import { agencyPeople, walkPages } from './walk-pages.ts';

let browser: Browser;
let site: Site;
whileOpen((opened) => {
  ({ browser, site } = opened);
});

walkPages(
  () => ({ browser, site }),
  (who) => agencyPeople.has(who),
);
