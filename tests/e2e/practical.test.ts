import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { findLatestSubmission, listFiles } from '#db/queries/submission.ts';
import { whileOpen } from './opened.ts';
import type { Site } from './site.ts';
import { signIn, visit } from './visitor.ts';

let browser: Browser;
let site: Site;
whileOpen((opened) => {
  ({ browser, site } = opened);
});

/** Somebody whose practical is in this state. They become a demo person, so that a visitor can sign in as them. */
async function somebodyWith(state: string) {
  const { db, close } = openDatabase({ dataDir: site.dataDir });
  const found = await db
    .selectFrom('enrolment')
    .innerJoin('enrolment_step', 'enrolment_step.enrolment_id', 'enrolment.id')
    .innerJoin('person_name', 'person_name.person_id', 'enrolment.person_id')
    .select(['enrolment.id', 'enrolment.person_id', 'enrolment_step.step', 'person_name.given_name as name'])
    .where('enrolment.state', '=', 'active')
    .where('enrolment_step.state', '=', state)
    .executeTakeFirstOrThrow();
  await db.updateTable('person').set({ demo: 1 }).where('id', '=', found.person_id).execute();
  await close();
  return found;
}

test.each([
  ['returned', 'En kursusleder har sendt opgaven tilbage', true],
  ['rejected', 'En kursusleder har afvist opgaven', false],
] as const)(
  'a file that the adviser has removed is not handed in (%s: %s; JavaScript: %s)',
  async (state, why, scripts) => {
    const { id, step, name } = await somebodyWith(state);
    const visitor = await visit(browser, { url: site.url, scripts });
    const { page } = visitor;
    const main = () => page.locator('main').innerText();
    await signIn(visitor, name);
    await visitor.go('/my-certificate');
    expect(await main()).toContain(why);
    await visitor.press('.next-action a.button-primary');
    const file = { name: 'privat.txt', mimeType: 'text/plain', buffer: Buffer.from('Ikke til andre') };
    await page.setInputFiles('#files', file);
    await visitor.press('button[value=save]');
    expect(await main()).toContain('privat.txt');
    // Saved files must not be sent again with the next submit.
    expect(await page.inputValue('#files')).toBe('');
    await visitor.press('button[name=remove][aria-label*="privat.txt"]');
    expect(await main()).not.toContain('privat.txt');
    await page.setInputFiles('#files', { ...file, name: 'tom.txt', buffer: Buffer.alloc(0) });
    await page.fill('#text', 'Det endelige');
    await visitor.press('button[value=hand-in]');
    expect(await page.locator('#files-error').innerText()).toContain('tom.txt er tom');
    expect(await page.inputValue('#text')).toBe('Det endelige');
    await page.setInputFiles('#files', []);
    await visitor.press('button[value=hand-in]');
    expect(await main()).toContain('Afleveret');
    // The former decision stays readable, but the page does not ask to hand in again.
    expect(await page.locator('details:has(blockquote)').getAttribute('open')).toBeNull();
    expect(await main()).not.toContain('aflever igen');
    await visitor.leave();

    const { db, close } = openDatabase({ dataDir: site.dataDir });
    const work = (await findLatestSubmission(db, id, step))!;
    expect([work.state, work.text, await listFiles(db, work.id)]).toEqual(['handed-in', 'Det endelige', []]);
    await close();
  },
);
