import type { Browser, Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { loadCatalogue } from '#app/platform/catalogue.server.ts';
import { kindOf } from '#curriculum/quiz/question.ts';
import { whileOpen } from './opened.ts';
import type { Site } from './site.ts';
import { signIn, type Visitor, visit } from './visitor.ts';

const loaded = loadCatalogue(process.cwd());
if (!loaded.ok) throw new Error('The course files are wrong.');
const questions = new Map(
  loaded.catalogue.editions
    .flatMap(({ banks }) => [...banks.values()].flat())
    .map((question) => [question.text, question]),
);

const viborg = '0791';

/** In one day an adviser earns a certificate, somebody checks it, and the municipality's staffing rises. */
export function oneDay(language: 'da' | 'en', scripts: boolean): void {
  let browser: Browser;
  let site: Site;
  whileOpen((opened) => {
    ({ browser, site } = opened);
  });

  test('an adviser earns a certificate, anybody can check it, the staffing rises, and revoking it shows at once', async () => {
    const enter = async (name?: string) => {
      const visitor = await visit(browser, { url: site.url, scripts });
      if (language === 'en') {
        await visitor.go('/');
        await visitor.press('.top__form button[value=en]');
        expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
      }
      if (name) await signIn(visitor, name);
      return visitor;
    };
    const agency = await enter('Stine');
    const before = await staffing(agency);

    const adviser = await enter('Nadia');
    await adviser.go('/courses');
    await adviser.press('.hold-list li:has-text("Midtjylland") a.button');
    await adviser.press('button[value=ask]');
    const leader = await enter('Karla');
    await leader.go('/holds');
    await leader.press('a:has-text("Midtjylland")');
    await leader.press('li:has-text("Nadia Eksempel") button[value=approve]');

    await adviser.go('/my-certificate');
    await adviser.press('button[value=start]');
    for (let steps = 0; steps < 60; steps++) {
      await adviser.go('/my-certificate');
      if ((await adviser.page.locator('a[download]').count()) > 0) break;
      // Where there is a choice, it takes the first.
      await adviser.press('.next-action a', { leaves: true });
      // The address changes before the page of the step is drawn, and the step is read off the page.
      await adviser.page.locator('[aria-labelledby=next-title]').waitFor({ state: 'detached' });
      await doStep(adviser, leader);
    }
    const code = await adviser.page.locator('.facts a[href^="/v/"]').first().innerText();
    const file = await adviser.context.request.get(
      await adviser.page.locator('a[download]').first().getAttribute('href').then(String),
    );
    expect([file.status(), (await file.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);

    const anyone = await visit(browser, { url: site.url, scripts });
    await anyone.go('/check');
    await anyone.page.fill('#code', code.toLowerCase().replaceAll('-', ' '));
    await anyone.press('main button[type=submit]');
    expect(await anyone.page.locator('.check--invalid').count()).toBe(0);
    expect(await anyone.page.locator('h1').innerText()).toBe('Beviset er ægte og gyldigt i dag');
    const shown = await anyone.page.locator('main').innerText();
    expect(shown).toContain('N. E.');
    expect(shown).not.toContain('Nadia');

    expect(await staffing(agency)).toBe(before + 1);
    const report = JSON.parse(site.toolkit('readiness', 'report', '--json'));
    expect(report.municipalities).toHaveLength(98);
    expect(report.municipalities.find((row: { code: string }) => row.code === viborg).staffing.countedForGate).toBe(
      before + 1,
    );
    expect(JSON.parse(site.toolkit('certificates', 'verify', code, '--json')).verdict).toBe('valid');

    await agency.go('/certificates');
    await agency.page.fill('#find', 'Nadia');
    await agency.press('form:has(#find) button[type=submit]');
    await agency.press('td:has-text("Nadia Eksempel") >> xpath=../th/a');
    await agency.page.locator('details:has(#revoke-reason) > summary').click();
    await agency.page.fill('#revoke-reason', 'Prøven var taget af en anden.');
    await agency.press('button[value=revoke]');
    await anyone.go(`/v/${code}`);
    expect(await anyone.page.locator('h1').innerText()).toBe('Beviset gælder ikke. Det er tilbagekaldt');
    expect(await staffing(agency)).toBe(before);
    for (const visitor of [agency, adviser, leader, anyone]) await visitor.leave();
  });
}

async function staffing(agency: Visitor): Promise<number> {
  await agency.go('/readiness');
  return Number((await agency.page.locator(`#k${viborg} td:nth-of-type(2)`).first().innerText()).split(' ')[0]);
}

/** Takes the open step, whatever its kind, as a person would. */
async function doStep(adviser: Visitor, leader: Visitor): Promise<void> {
  const { page } = adviser;
  if ((await page.locator('button[value=read]').count()) > 0) return adviser.press('button[value=read]');
  const start = page.locator('button[value=start-quiz]');
  if ((await start.count()) > 0) {
    await adviser.press('button[value=start-quiz]');
    await start.waitFor({ state: 'detached' });
  }
  // A test that is under way is gone on with.
  if ((await page.locator('main input[name=next]').count()) > 0) {
    while (await page.locator('main input[name=next]').count()) await answer(adviser);
    return adviser.press('main form button[type=submit]');
  }
  if ((await page.locator('button[value=hand-in]').count()) > 0) {
    await page.fill(
      '#text',
      'Problem: posten kommer det gamle sted hen.\nPrincip: adressen står ét sted.\nSeddel: 1. Find siden. 2. Log ind.',
    );
    await adviser.press('button[value=hand-in]');
    await leader.go('/grading');
    await leader.press('.queue li:has-text("Nadia Eksempel") a.button');
    await leader.press('button[value=claim]');
    for (const met of await leader.page.locator('.rubric input[id^=met-]').all()) await met.check();
    await leader.page.locator('label[for=decision-accepted]').click();
    return leader.press('button[value=grade]');
  }
  await leader.go('/holds');
  await leader.press('a:has-text("Midtjylland")');
  await leader.press('.actions a[href*="/days/"]');
  await leader.press('li:has-text("Nadia Eksempel") button[value=attended]');
}

/** Gives the right answer, whatever the kind of the question. */
async function answer(adviser: Visitor): Promise<void> {
  const { page } = adviser;
  const asked = await page.locator('h1').innerText();
  const question = questions.get(asked)!;
  const kind = kindOf(question);
  const shown = await page.locator('main form :is(label, option)').allInnerTexts();
  const placeOf = ({ text }: { text: string }) => shown.indexOf(text);
  const order = kind.parts(question).sort((a, b) => placeOf(a) - placeOf(b));
  const values = kind.toForm(
    question,
    order.map(({ id }) => id),
    kind.right(question),
  );
  await fillIn(page.locator('main form [name=answer]'), values);
  await adviser.press('main form button.button-primary', { leaves: true });
  // The address changes and »saved« is said before the next question is drawn.
  await page.waitForFunction((text) => document.querySelector('h1')?.innerText !== text, asked);
}

/** Fills in controls so that the form sends these values. */
async function fillIn(controls: Locator, values: readonly string[]): Promise<void> {
  const left = [...values];
  for (const control of await controls.all()) {
    const { type, value } = await control.evaluate((input: HTMLInputElement) => ({
      type: input.type,
      value: input.value,
    }));
    if (type === 'select-one') await control.selectOption(left.shift()!);
    else if (type !== 'radio' && type !== 'checkbox') await control.fill(left.shift()!);
    else if (values.includes(value)) await control.locator('xpath=following-sibling::label').click();
  }
}
