import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isAddressOf, type Look, looks } from './pages.ts';
import type { Site } from './site.ts';
import { signIn, visit } from './visitor.ts';

/** Whose pages are looked at in a file of their own, so that two browsers share the work. */
export const agencyPeople = new Set(['Stine', 'Kim']);

/** The wide screen runs only in the long tests, because other files visit most pages at 1280 pixels. */
const widths = process.env.LONG_TESTS === '1' ? [320, 1280] : [320];

/** The pages by who looks at them, so that each person signs in once. */
const walks = new Map<string, { route: string; look: Look }[]>();
for (const [route, ways] of Object.entries(looks))
  for (const look of ways) walks.set(look.who, [...(walks.get(look.who) ?? []), { route, look }]);

/** One test for each person and width: the person comes to each of their pages, and what is folded away is opened. */
export function walkPages(opened: () => { browser: Browser; site: Site }, walksHere: (who: string) => boolean): void {
  describe.each(widths)('at %i pixels', (width) => {
    test.each([...walks].filter(([who]) => walksHere(who)))(
      'the pages of %s do not scroll sideways, carry no inline style, and axe finds nothing',
      async (who, pages) => {
        const { browser, site } = opened();
        const visitor = await visit(browser, { url: site.url, scripts: true, width });
        if (who !== 'nobody') await signIn(visitor, who);
        for (const { route, look } of pages) {
          await visitor.go(look.go);
          for (const press of look.press ?? []) await visitor.press(press);
          const { pathname } = new URL(visitor.page.url());
          expect(isAddressOf(route, pathname), `${pathname} is ${route}`).toBe(true);
          await visitor.page.evaluate(() => {
            for (const folded of document.querySelectorAll('details')) folded.open = true;
          });
          await visitor.look();
          expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth), pathname).toBeLessThanOrEqual(
            width,
          );
          expect(await visitor.page.locator('[style]').count(), pathname).toBe(0);
        }
        await visitor.leave();
      },
    );
  });
}
