import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { whileOpen } from './opened.ts';
import type { Site } from './site.ts';
import { signIn, visit } from './visitor.ts';

let browser: Browser;
let site: Site;
whileOpen((opened) => {
  ({ browser, site } = opened);
});

const service = 'tjeneste-0615';

/** The link of the letter to the contact person. */
async function linkOfLetter(): Promise<string> {
  const { db, close } = openDatabase({ dataDir: site.dataDir });
  const { body } = await db
    .selectFrom('outbox')
    .select('body')
    .where('dedupe_key', 'like', 'invitation:%')
    .executeTakeFirstOrThrow();
  await close();
  return /\/answer\/[\w-]+/.exec(body)![0];
}

const dayOf = (day: Date) => ({
  day: String(day.getDate()),
  month: String(day.getMonth() + 1),
  year: String(day.getFullYear()),
});

test('a service is invited, answers by its link, is signed off by two people and goes live', async () => {
  const today = dayOf(new Date());
  const inFourWeeks = dayOf(new Date(Date.now() + 28 * 24 * 3_600_000));
  const stine = await visit(browser, { url: site.url, scripts: true });
  const { page } = stine;
  const type = async (id: string, typed: Record<string, string>) => {
    for (const [part, value] of Object.entries(typed)) await page.fill(`[name="${id}.${part}"]`, value);
  };
  await signIn(stine, 'Stine');

  // A wave that opens today, with the service that Kim is the contact person of.
  await stine.go('/rollout/waves/new');
  await page.fill('#name', 'Prøvebølge');
  await type('opensOn', today);
  await stine.press('button[value=save]', { leaves: true });
  await page.check(`#in-${service}`);
  await page.fill('#in-reason', 'Vil gerne åbne før');
  await stine.press('button[value=move-in]');
  expect(await page.locator('.data-table tbody tr').count()).toBe(1);
  const wave = new URL(page.url()).pathname;

  // The invitation, first as a preview.
  await stine.go('/rollout/invitations');
  await page.selectOption('#wave', { label: 'Prøvebølge' });
  await page.locator('summary:has-text("Prøvebølge")').click();
  await page.check(`#invite-${service}`);
  await page.check('#way-mail');
  await type('answerBy', inFourWeeks);
  await stine.press('button[value=preview]');
  expect(await page.locator('#preview').textContent()).toContain('1 tjeneste inviteres, 1 breve');
  await stine.press('button[value=invite]');

  // The answer, by whoever has the letter, without a sign-in; the link works once.
  const link = await linkOfLetter();
  const kim = await visit(browser, { url: site.url, scripts: false });
  await kim.go(link);
  await kim.page.check('#answer-yes');
  await kim.press('main button[type=submit]');
  expect(await kim.page.textContent('main')).toContain('Jeres svar er modtaget');
  await kim.go(link);
  expect(await kim.page.textContent('main')).toContain('Invitationen er besvaret: ja');
  await kim.leave();

  // It lacks papers, so it opens with an override, and two people sign.
  const override = ['--reason', 'Papirerne er på vej', '--by', 'Stine Eksempel', '--last-day', '2099-12-31'];
  site.toolkit('readiness', 'override', 'give', service, ...override);
  await stine.go(`${wave}/sign-off`);
  await page.selectOption(`[id="outcome.${service}"]`, 'override');
  await page.fill(`[id="why.${service}"]`, 'Undtagelsen gælder');
  await stine.press('button[value=begin]');
  await page.check('#read');
  await stine.press('button[value=sign]');
  expect(await page.textContent('#sign-off')).toContain('Mangler: en anden end dig');

  const arne = await visit(browser, { url: site.url, scripts: true });
  await signIn(arne, 'Arne');
  await arne.go(`${wave}/sign-off`);
  await arne.page.check('#read');
  await arne.press('button[value=sign]');
  expect(await arne.page.textContent('h1')).toContain('er skrevet under');
  await arne.leave();

  await stine.go(`${wave}/sign-off`);
  await page.fill('#note', 'Skrevet under af to');
  await stine.press('button[value=open]');
  expect(await page.textContent('main')).toContain('1 tjeneste er sat i drift.');
  await stine.go(wave);
  expect(await page.locator('.data-table tbody tr').textContent()).toContain('I drift');
  await stine.leave();
}, 120_000);
