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

/**
 * Two advisers who failed the first quiz, one for each test. They become demo people, so that a visitor can sign in as
 * them.
 */
async function somebodyWhoFailed(): Promise<string> {
  const { db, close } = openDatabase({ dataDir: site.dataDir });
  const person = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .innerJoin('person_name', 'person_name.person_id', 'person.id')
    .select(['person.id', 'person_name.given_name'])
    .where('enrolment.state', '=', 'failed')
    .where('person.demo', '=', 0)
    .orderBy('enrolment.last_at', 'desc')
    .executeTakeFirstOrThrow();
  await db.updateTable('person').set({ demo: 1 }).where('id', '=', person.id).execute();
  await close();
  return person.given_name;
}

test.each([true, false])(
  'an appeal is lodged, decided by a leader who was not involved, and answered (JavaScript: %s)',
  async (scripts) => {
    const name = await somebodyWhoFailed();
    const visitor = await visit(browser, { url: site.url, scripts });
    const { page } = visitor;
    await signIn(visitor, name);
    await visitor.go('/my-certificate');
    await visitor.press('.next-action a.button-primary');
    await page.locator('summary:has-text("Klag over afgørelsen")').click();
    await page.fill('#words', 'Nej');
    await visitor.press('button[value=appeal]');
    expect(await page.inputValue('#words')).toBe('Nej');
    expect(await page.locator('#words-error').innerText()).toContain('mindst 10 tegn');
    await page.fill('#words', 'Spørgsmål tre kan læses på to måder.');
    await visitor.press('button[value=appeal]');
    expect(await page.locator('main').innerText()).toContain('Klagen venter på en kursusleder');
    expect(await page.locator('button[value=appeal]').count()).toBe(0);

    const leader = await visit(browser, { url: site.url, scripts });
    await signIn(leader, 'Klaus');
    await leader.go('/grading');
    // The newest is last.
    await leader.press('.queue li:last-child a[aria-label^="Se klagen fra"]');
    await leader.press('button[value=take]');
    expect(await leader.page.locator('main').innerText()).toContain(`${name} Eksempel`);
    await leader.page.check('#decision-retry', { force: true });
    await leader.page.fill('#feedback', 'Nej');
    await leader.press('button[value=decide]');
    expect(await leader.page.isChecked('#decision-retry')).toBe(true);
    expect(await leader.page.locator('#feedback-error').innerText()).toContain('mindst 10 tegn');
    await leader.page.fill('#feedback', 'Du har ret i, at det kan læses på to måder.');
    await leader.press('button[value=decide]');
    await leader.leave();

    await visitor.go(page.url());
    expect(await page.locator('main').innerText()).toContain('ét forsøg mere');
    expect(await page.locator('main').innerText()).toContain('Du har ret i, at det kan læses på to måder.');
    await visitor.leave();
  },
);

test('a leader decides about an adviser, and the adviser sees it (no JavaScript)', async () => {
  const visitor = await visit(browser, { url: site.url, scripts: false });
  const { page } = visitor;
  await signIn(visitor, 'Karla');
  await visitor.go('/holds');
  await visitor.press('a:has-text("Midtjylland")');
  await visitor.press('.matrix a:has-text("Vera Eksempel")');
  await page.locator('summary:has-text("Sæt på pause")').click();
  await visitor.press('button[value=leave]');
  expect(await page.locator('#leave-reason-error').innerText()).toContain('mindst 5 tegn');
  await page.fill('#leave-reason', 'Orlov til marts');
  await visitor.press('button[value=leave]');
  expect(await page.locator('main').innerText()).toContain('på pause');

  const vera = await visit(browser, { url: site.url, scripts: false });
  await signIn(vera, 'Vera');
  await vera.go('/my-certificate');
  expect(await vera.page.locator('main').innerText()).toContain('Grund: Orlov til marts');
  await vera.leave();
  await page.locator('summary:has-text("Åbn igen efter pausen")').click();
  await visitor.press('button[value=resume]');
  expect(await page.locator('main').innerText()).toContain('i gang');
  await visitor.leave();
});

test('the agency settles a certificate that is withheld (no JavaScript)', async () => {
  const visitor = await visit(browser, { url: site.url, scripts: false });
  const { page } = visitor;
  await signIn(visitor, 'Stine');
  await visitor.go('/certificates');
  const name = await page.locator('section[aria-labelledby=withheld] h3').innerText();
  await page.locator('summary:has-text("Annullér forløbet")').click();
  await visitor.press('button[value=annul]');
  expect(await page.locator('main').innerText()).toContain('mindst 5 tegn');
  await visitor.press('button[value=clear]');
  expect(await page.locator('section[aria-labelledby=withheld]').count()).toBe(0);
  expect(await page.locator('tbody tr').first().innerText()).toContain(name);
  await visitor.leave();
});
