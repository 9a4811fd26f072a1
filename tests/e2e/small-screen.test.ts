import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { whileOpen } from './opened.ts';
import type { Site } from './site.ts';
import { signIn, visit } from './visitor.ts';
import { agencyPeople, walkPages } from './walk-pages.ts';

let browser: Browser;
let site: Site;
whileOpen((opened) => {
  ({ browser, site } = opened);
});

test('a keyboard user can skip the menu and sees the focus at every stop', async () => {
  const visitor = await visit(browser, { url: site.url, scripts: true });
  await signIn(visitor, 'Vera');
  const { page } = visitor;
  await visitor.go('/my-certificate');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main-content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content');
  await page.keyboard.press('Tab');
  const stop = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement!);
    return {
      text: document.activeElement?.textContent?.trim(),
      ring: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
    };
  });
  expect(stop).toEqual({ text: 'Se prøven', ring: true });
  await visitor.leave();
});

test('an answer is saved when it is chosen, and is kept on the device while there is no connection', async () => {
  const visitor = await visit(browser, { url: site.url, scripts: true });
  await signIn(visitor, 'Vera');
  const { page } = visitor;
  await visitor.press('.next-action a.button-primary');
  await visitor.press('button[value=start-quiz]');
  while ((await page.locator('.answers__option input[type=radio]').count()) === 0)
    await visitor.press('main form button.button-primary');
  await page.locator('.answers__option label').first().click();
  await page.locator('[role=status]:has-text("Gemt kl.")').waitFor();
  await page.reload();
  expect(await page.locator('.answers__option input').first().isChecked()).toBe(true);

  await visitor.context.setOffline(true);
  const question = page.url();
  await page.locator('.answers__option label').nth(1).click();
  await page.locator('[role=status]:has-text("Ikke gemt endnu.")').waitFor();
  await page.locator('main form button.button-primary').click();
  expect(page.url()).toBe(question);
  await visitor.context.setOffline(false);
  await page.waitForURL((url) => String(url) !== question);
  await page.goto(question);
  expect(await page.locator('.answers__option input').nth(1).isChecked()).toBe(true);
  await visitor.leave();
});

// This runs after the test above, which starts Vera's attempt, so that its questions can be visited too.
walkPages(
  () => ({ browser, site }),
  (who) => !agencyPeople.has(who),
);

test('a refused form keeps what was typed and ties each error to its field', async () => {
  const visitor = await visit(browser, { url: site.url, scripts: false });
  await signIn(visitor, 'Karla');
  const { page } = visitor;
  await visitor.go('/holds');
  await page.fill('#name', 'Et nyt hold');
  await page.fill('#seats', 'mange');
  await visitor.press('main form button.button-primary');
  expect(await page.inputValue('#name')).toBe('Et nyt hold');
  expect(await page.getAttribute('#seats', 'aria-describedby')).toContain('seats-error');
  expect(await page.locator('#seats-error').innerText()).toContain('helt tal');
  await visitor.leave();
});

test('an import shows the advisers of a file first, then saves them, and a second import changes nothing', async () => {
  const visitor = await visit(browser, { url: site.url, scripts: false });
  await signIn(visitor, 'Karla');
  const { page } = visitor;
  await visitor.go('/holds');
  await visitor.press('a:has-text("Midtjylland")');
  await visitor.press('a[href$="/import"]');
  const csv =
    'fornavn;efternavn;arbejdsmail;biblioteksnummer;startdato\nSøren;Eksempel;soren@bibliotek.example;765700;2026-11-01\nÅse;Eksempel;ikke en mail;765700;\nSøren;Eksempel;soren@bibliotek.example;765700;2026-11-01\n';
  for (const [news, known] of [
    ['1 ny', '0 kendte'],
    ['0 nye', '1 kendt'],
  ]) {
    await page.setInputFiles('#file', {
      name: 'vejledere.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv, 'latin1'),
    });
    await visitor.press('button[value=preview]');
    expect(await page.locator('#preview').innerText()).toBe(`${news}, ${known}, 2 afviste`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('form[action$="/import/refused.csv"] button'),
    ]);
    const refused = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect([refused[0], refused.length]).toEqual([
      '\uFEFFfejl;fornavn;efternavn;arbejdsmail;biblioteksnummer;startdato',
      4,
    ]);
    if ((await page.locator('button[value=commit]').count()) > 0) await visitor.press('button[value=commit]');
  }
  await visitor.leave();
});

test.each([true, false])('nobody loses what they wrote when their session ends (JavaScript: %s)', async (scripts) => {
  const visitor = await visit(browser, { url: site.url, scripts });
  await signIn(visitor, 'Karla');
  const { page, context } = visitor;
  await visitor.go('/holds');
  await page.fill('#name', 'Holdet, jeg lige har fundet på');
  await context.clearCookies({ name: 'session' });
  await visitor.press('main form button.button-primary');
  expect(await page.locator('h1').innerText()).toBe('Du er blevet logget ud');
  expect(await page.locator('textarea').first().inputValue()).toBe('Holdet, jeg lige har fundet på');
  expect(await page.locator('main a.button-primary').getAttribute('href')).toBe('/sign-in?next=%2Fholds');
  await visitor.leave();
});
