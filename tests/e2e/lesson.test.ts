import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSmallSite, type SmallSite } from '../small-site.ts';
import { answerByKeyboard, choose, pressByKeyboard } from './by-keyboard.ts';
import { launchChromium } from './chromium.ts';
import { doingCourse } from './doing-course.ts';
import { visit } from './visitor.ts';

let site: SmallSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSmallSite(doingCourse(), 3993), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Fills in the controls of an exercise. */
async function answer(page: Page, exercise: string, values: readonly string[]) {
  const rows = page.locator(`#${exercise} select`);
  for (const value of values)
    if ((await rows.count()) === 0) await page.locator(`#${exercise} input[value="${value}"]`).check({ force: true });
    else await page.locator(`#${exercise} select:has(option[value="${value}"])`).selectOption(value);
}

/** The number under which a form shows an option with these words. */
const optionOf = async (page: Page, exercise: string, words: string) =>
  (await page.locator(`#${exercise} .answers__option:has-text("${words}") input`).getAttribute('value'))!;
const partOf = async (page: Page, words: string) =>
  (await page.locator(`.ordering > li:has-text("${words}") select option`).last().getAttribute('value'))!.split(
    '-',
  )[0]!;

test('a lesson is done and then read, without JavaScript', async () => {
  const { enrolmentId, cookie } = await site.adviser('Villy');
  const visitor = await visit(browser, { url: site.url, scripts: false, width: 360 });
  const { page, go, press } = visitor;
  const [key, value] = cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name: key, value, url: site.url }]);
  const here = `/enrolments/${enrolmentId}/steps/a`;
  await go(here);
  const text = (selector: string) => page.locator(selector).innerText();
  const isOpen = () => page.locator('button[value=read]').count();
  expect(await isOpen()).toBe(0);

  // Wrong, with a hint, and then right.
  await answer(page, 'mangler', [await optionOf(page, 'mangler', 'En kode')]);
  await press('#mangler button[value=try]');
  expect(await text('#mangler')).toContain('Se på figuren.');
  await answer(page, 'mangler', [await optionOf(page, 'mangler', 'En rettighed')]);
  await press('#mangler button[value=try]');
  expect(await text('#mangler .verdict-box--right')).toContain('Ja.');

  const parts = [await partOf(page, 'Find siden'), await partOf(page, 'Log på'), await partOf(page, 'Skriv adressen')];
  await answer(
    page,
    'vejen',
    parts.map((part, at) => `${part}-${at + 1}`),
  );
  await press('#vejen button[value=try]');
  expect(await text('#vejen .verdict-box--right')).toContain('Alle står rigtigt.');

  await press('#svar button[value=try]');
  expect(await text('#svar blockquote')).toBe('Find den, der kan.');

  await answer(page, 'liste', ['0']);
  await press('#liste button[value=try]');
  expect(await text('#liste [role=status]')).toMatch(/1.*2/);

  expect(await isOpen()).toBe(0);
  await press('#karen a.button');
  await press('main form .button-primary');
  expect(await page.locator('main .form-error-message').count()).toBeGreaterThan(0);
  await page.locator('input[value=spoerg]').check({ force: true });
  await press('main form .button-primary');
  expect(await text('main')).toContain('Karen gjorde det selv');

  await go(here);
  await press('button[value=read]');
  expect(new URL(page.url()).pathname).toBe('/my-certificate');
  await go(here);
  expect(await isOpen()).toBe(0);
  expect(await page.locator('.exercise__state', { hasText: 'Prøvet' }).count()).toBe(5);
  await visitor.leave();
});

test('a lesson is done and then read, by keyboard alone', async () => {
  const { enrolmentId, cookie } = await site.adviser('Vera');
  const visitor = await visit(browser, { url: site.url, scripts: true });
  const { page, go, look } = visitor;
  const [key, value] = cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name: key, value, url: site.url }]);
  const here = `/enrolments/${enrolmentId}/steps/a`;
  await go(here);
  const text = (selector: string) => page.locator(selector).innerText();
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  /** Presses a button of an exercise: the page comes back to it, and the focus with it. */
  const press = async (exercise: string) => {
    await pressByKeyboard(page, `#${exercise} button[value=try]`);
    await look();
    expect(await focused()).toBe(exercise);
  };

  // No answer is refused beside its exercise.
  await pressByKeyboard(page, '#mangler button[value=try]');
  await look();
  expect(await text('#mangler .form-error-message')).toContain('Vælg');
  expect(await focused()).toBe('mangler-answer');
  await answerByKeyboard(page, [await optionOf(page, 'mangler', 'En kode')], '#mangler');
  await press('mangler');
  expect(await text('#mangler .verdict-box--wrong')).toContain('Se på figuren.');
  await answerByKeyboard(page, [await optionOf(page, 'mangler', 'En rettighed')], '#mangler');
  await press('mangler');
  expect(await text('#mangler .verdict-box--right')).toContain('Ja.');
  await pressByKeyboard(page, '#mangler a[href*="again"]');
  await look();
  expect(await page.locator('#mangler input:checked').count()).toBe(0);

  const parts = [await partOf(page, 'Find siden'), await partOf(page, 'Skriv adressen'), await partOf(page, 'Log på')];
  const inOrder = ([a, b, c]: string[]) => [`${a}-1`, `${b}-2`, `${c}-3`];
  await answerByKeyboard(page, inOrder(parts), '#vejen');
  await press('vejen');
  expect(await text('#vejen .verdict-box--partly')).toContain('Noget står rigtigt.');
  await answerByKeyboard(page, inOrder([parts[0]!, parts[2]!, parts[1]!]), '#vejen');
  await press('vejen');
  expect(await text('#vejen .verdict-box--right')).toContain('Alle står rigtigt.');

  await press('svar');
  expect(await text('#svar blockquote')).toBe('Find den, der kan.');
  await choose(page, '0', '#liste');
  await press('liste');
  expect(await text('#liste [role=status]')).toMatch(/1.*2/);

  await pressByKeyboard(page, '#karen a.button');
  await page.waitForURL('**/dialogues/karen');
  await look();
  await pressByKeyboard(page, 'main form .button-primary');
  await look();
  expect(await page.locator('main .form-error-message').count()).toBeGreaterThan(0);
  await choose(page, 'tag');
  await pressByKeyboard(page, 'main form .button-primary');
  await page.waitForURL('**way=tag**');
  await look();
  expect(await text('h1')).toBe('Du gjorde det');
  await pressByKeyboard(page, 'main .panel .button-primary');
  await look();
  await choose(page, 'spoerg');
  await pressByKeyboard(page, 'main form .button-primary');
  await page.waitForURL('**way=spoerg**');
  await look();
  expect(await text('h1')).toBe('Karen gjorde det selv');
  await pressByKeyboard(page, 'main .panel a.text-link');
  await page.waitForURL(`**${here}#karen`);
  await look();
  expect(await focused()).toBe('karen');

  await pressByKeyboard(page, 'button[value=read]');
  await page.waitForURL('**/my-certificate');
  await look();
  await go(here);
  expect(await page.locator('.exercise__state', { hasText: 'Prøvet' }).count()).toBe(5);
  await visitor.leave();
});
