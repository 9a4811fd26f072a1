import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import { findLatestAttempt, listItems } from '#db/queries/quiz.ts';
import { courseOfAllKinds } from '../small-course.ts';
import { openSmallSite, type SmallSite } from '../small-site.ts';
import { answerByKeyboard, pressByKeyboard } from './by-keyboard.ts';
import { launchChromium } from './chromium.ts';
import { type Visitor, visit } from './visitor.ts';

/** An answer of each sort; a kind without parts has nothing between right and wrong. */
type How = 'right' | 'partly' | 'wrong';
const edition = courseOfAllKinds();
const questions = new Map([...edition.banks.values()].flat().map((question) => [question.id, question]));
/** What the fixture says about an answer of each sort, kind by kind. */
const told: Record<How, string[]> = {
  right: [
    'Så begynder du det rigtige sted.',
    'Koden er hendes.',
    'Alle står rigtigt.',
    'Alt ligger rigtigt.',
    'Alle passer.',
  ],
  partly: ['Noget står rigtigt.', 'Noget ligger rigtigt.', 'Noget passer.'],
  wrong: [
    'Karen skal selv kunne det bagefter.',
    'Hun er 74.',
    'Begynd med at finde siden.',
    'Tænk på koden.',
    'Intet passer endnu.',
  ],
};
const given = { right: { passed: true }, partly: { passed: false }, wrong: { passed: false } };

let site: SmallSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSmallSite(edition, 3994), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Somebody who has read the lesson and stands at the test. */
async function atTheTest(scripts: boolean, name: string) {
  const { viewer, enrolmentId, cookie } = await site.adviser(name);
  const read = await readLesson(site.world, viewer, { enrolmentId, step: 'ro' });
  if (!read.ok) throw new Error(read.reason);
  const visitor = await visit(browser, { url: site.url, scripts, width: scripts ? 1280 : 360 });
  const [key, value] = cookie.split('=') as [string, string];
  await visitor.context.addCookies([{ name: key, value, url: site.url }]);
  await visitor.go(`/enrolments/${enrolmentId}/steps/proeve`);
  const answers = async () => {
    const attempt = (await findLatestAttempt(site.world.db, enrolmentId, 'proeve'))!;
    return (await listItems(site.world.db, attempt.id)).map((item) => ({
      question: questions.get(item.question)!,
      order: JSON.parse(item.option_order) as string[],
    }));
  };
  return { visitor, answers };
}

/** What the form of a question sends. A partly right answer has its first two parts as the wrong one has them, or swapped. */
function sent(question: Question, order: string[], how: How): string[] {
  const kind = kindOf(question);
  const form = (answer: never) => kind.toForm(question, order, answer);
  const right = form(kind.right(question) as never);
  if (how === 'right' || (how === 'partly' && right.length < 2)) return right;
  if (how === 'wrong') return form(kind.wrong(question) as never);
  if (question.kind === 'multiple') return right.slice(1);
  if (question.kind !== 'ordering') return [form(kind.wrong(question) as never)[0]!, ...right.slice(1)];
  const part = (at: number) => right[at]!.split('-')[0];
  return [`${part(1)}-1`, `${part(0)}-2`, ...right.slice(2)];
}

async function expectTold({ page }: Visitor, how: How) {
  const main = (await page.locator('main').textContent()) ?? '';
  for (const words of told[how]) expect(main).toContain(words);
  expect(await page.locator('h1').textContent()).toMatch(given[how].passed ? /^Bestået/ : /^Ikke bestået/);
}

describe.each(['right', 'partly', 'wrong'] as const)('every kind of question answered %s', (how) => {
  test('by keyboard alone, each answer in one request', async () => {
    const { visitor, answers } = await atTheTest(true, `Vera${how}`);
    const { page, look } = visitor;
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.resourceType() === 'fetch' && pathname.startsWith('/enrolments')) asked.push(request.method());
    });
    await pressByKeyboard(page, 'button[value=start-quiz]');
    await page.waitForURL('**/questions/1');
    for (const [at, { question, order }] of (await answers()).entries()) {
      await look();
      expect(await page.locator('h1').textContent()).toBe(question.text);
      await answerByKeyboard(page, sent(question, order, how));
      await pressByKeyboard(page, 'main form .button-primary');
      await page.waitForURL(at < 9 ? `**/questions/${at + 2}` : '**/review');
    }
    await look();
    await pressByKeyboard(page, 'main form .button-primary');
    await page.waitForURL(/steps\/proeve$/);
    await look();
    await expectTold(visitor, how);
    // Starting, ten answers, handing in. A second change of an answer may be a request of its own.
    // On a busy machine a page may be asked for once more, when what was brought comes too late.
    expect(asked.filter((method) => method !== 'POST').length, asked.join(' ')).toBeLessThanOrEqual(2);
    expect(asked.length).toBeGreaterThanOrEqual(12);
    await visitor.leave();
  });

  test('without JavaScript', async () => {
    const { visitor, answers } = await atTheTest(false, `Villy${how}`);
    const { page, press, look } = visitor;
    await press('button[value=start-quiz]');
    for (const { question, order } of await answers()) {
      expect(await page.locator('h1').textContent()).toBe(question.text);
      await answerByHand(page, sent(question, order, how));
      await press('main form .button-primary');
    }
    await press('main form .button-primary');
    await look();
    await expectTold(visitor, how);
    await visitor.leave();
  });
});

/** Fills in the controls of a question as somebody with a mouse does. */
async function answerByHand(page: Page, values: readonly string[]) {
  const fields = page.locator('main form [name^=answer]:not([type=radio]):not([type=checkbox])');
  const isSeparate = (await fields.count()) > 0;
  for (const [at, value] of values.entries()) {
    if (!isSeparate) await page.locator(`main form [name^=answer][value="${value}"]`).check({ force: true });
    else if (await page.locator('.ordering').count())
      await page.locator(`.ordering select:has(option[value="${value}"])`).selectOption(value);
    else if ((await fields.nth(at).evaluate((each) => each.tagName)) === 'SELECT')
      await fields.nth(at).selectOption(value);
    else await fields.nth(at).fill(value);
  }
}
