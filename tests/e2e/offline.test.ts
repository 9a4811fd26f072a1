import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { sayReply } from '#app/use-cases/learning/say-reply.server.ts';
import { tryExercise } from '#app/use-cases/learning/try-exercise.server.ts';
import { openSmallSite, type SmallSite } from '../small-site.ts';
import { launchChromium } from './chromium.ts';
import { doingCourse } from './doing-course.ts';
import { visit } from './visitor.ts';

let site: SmallSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSmallSite(doingCourse(), 3992), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Somebody whose pages have been kept, at their lesson. */
async function withKeptPages(
  name: string,
  before: (person: Awaited<ReturnType<SmallSite['adviser']>>) => unknown = () => undefined,
) {
  const adviser = await site.adviser(name);
  await before(adviser);
  const visitor = await visit(browser, { url: site.url, scripts: true, offline: true });
  const { page, context, go } = visitor;
  /** Each form that the worker brought to the server. */
  const sent: string[] = [];
  context.on('requestfinished', (request) => {
    const path = new URL(request.url()).pathname.replace(/\.data$/, '');
    if (request.serviceWorker() && request.method() === 'POST' && !path.endsWith('/place')) sent.push(path);
  });
  const signIn = async (cookie: string) => {
    const [key, value] = cookie.split('=') as [string, string];
    await context.addCookies([{ name: key, value, url: site.url }]);
  };
  await signIn(adviser.cookie);
  const lesson = `/enrolments/${adviser.enrolmentId}/steps/a`;
  await go(lesson);
  /** What is on the device, by its address. */
  const kept = () =>
    page.evaluate(async () => {
      const own = (await caches.has('own')) ? await (await caches.open('own')).keys() : [];
      return own.map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(kept, { timeout: 30_000 }).toContain('/~listed');
  return {
    ...visitor,
    ...adviser,
    lesson,
    sent,
    signIn,
    bar: () => page.locator('#unsent').innerText(),
    kept,
    tries: () =>
      site.world.db
        .selectFrom('exercise_try')
        .select(['exercise', 'tries'])
        .where('enrolment_id', '=', adviser.enrolmentId)
        .execute(),
    notes: () =>
      site.world.db.selectFrom('guidance_log').select('id').where('person_id', '=', adviser.viewer.personId).execute(),
  };
}

test('a lesson is read and done and a guidance noted without a network, and each is sent once', async () => {
  const { page, context, go, press, look, leave, lesson, sent, bar, tries, notes, kept } = await withKeptPages('Vera');
  await context.setOffline(true);
  await go(lesson);
  expect(await page.locator('h1').innerText()).toBe('A');
  expect(await bar()).toContain('Du er uden forbindelse');
  await page.locator('#mangler .answers__option:has-text("En kode") input').check({ force: true });
  await press('#mangler button[value=try]', { leaves: true });
  await page.waitForSelector('#mangler .waits');
  // A later answer takes the place of the one before.
  await page.locator('#mangler .answers__option:has-text("En rettighed") input').check({ force: true });
  await press('#mangler button[value=try]', { leaves: true });
  await page.waitForSelector('#mangler .waits');
  expect(await bar()).toContain('Venter på netværk: 1 svar');

  await go('/guidance');
  await page.locator('#about-0').check({ force: true });
  await page.locator('#outcome-0').check({ force: true });
  await press('main form .button-primary', { leaves: true });
  await page.waitForFunction(() => document.getElementById('unsent')?.innerText.includes('2 svar'));
  await press('#unsent a');
  await page.waitForSelector('#waiting-list');
  await look();
  expect(await page.locator('main ul.plain-list > li').count()).toBe(2);
  await go('/courses');
  expect(page.url()).toContain('/offline?wanted=%2Fcourses');
  expect(await tries()).toEqual([]);
  expect(sent).toEqual([]);

  await go(lesson);
  await context.setOffline(false);
  await page.waitForFunction(() => document.getElementById('unsent')?.innerText.includes('2 svar er sendt'));
  expect(sent).toEqual([lesson, '/guidance']);
  expect(await tries()).toEqual([{ exercise: 'mangler', tries: 1 }]);
  expect(await notes()).toHaveLength(1);
  await press('#unsent a');
  expect(await page.locator('#mangler .verdict-box--right').innerText()).toContain('Ja.');

  expect(await kept()).toContain(lesson);
  await press('.top__form button:has-text("Log ud")', { leaves: true });
  expect(await kept()).toEqual([]);
  await leave();
});

test('signing out asks first while something waits, and a test is not begun without a network', async () => {
  const { page, context, go, press, look, leave, lesson, kept, tries } = await withKeptPages(
    'Villy',
    async (adviser) => {
      const place = { enrolmentId: adviser.enrolmentId, step: 'a' };
      for (const [exercise, answer] of Object.entries({
        mangler: ['1'],
        vejen: ['1-1', '2-2', '3-3'],
        svar: [],
        liste: [],
      }))
        await tryExercise(site.world, adviser.viewer, { ...place, exercise, sent: answer });
      await sayReply(site.world, adviser.viewer, { ...place, dialogue: 'karen', way: [], reply: 'spoerg' });
      expect(await readLesson(site.world, adviser.viewer, place)).toMatchObject({ ok: true });
    },
  );
  const before = (await tries()).length;
  await go(lesson.replace(/a$/, 'p'));
  await context.setOffline(true);
  await press('button[value=start-quiz]', { leaves: true });
  expect(await page.locator('main .message').innerText()).toContain('En prøve kan ikke begyndes uden net');

  await go(lesson);
  await press('#liste button[value=try]', { leaves: true });
  await page.waitForSelector('#liste .waits');
  await press('.top__form button:has-text("Log ud")', { leaves: true });
  await page.waitForSelector('#leaving');
  await look();
  await press('main a.button-primary', { leaves: true });
  expect(new URL(page.url()).pathname).toBe('/my-certificate');
  expect(await kept()).toContain('/~queue');
  await press('.top__form button:has-text("Log ud")', { leaves: true });
  await press('button[name=anyway]', { leaves: true });
  expect(await page.locator('h1').innerText()).toBe('Du er logget ud på denne enhed');
  expect(await kept()).toEqual(['/~leaving']);
  await context.setOffline(false);
  // The server is told before anything else.
  await go('/my-certificate');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  expect(await tries()).toHaveLength(before);
  await leave();
});

test('what waits when a session ends goes out when its writer is back, and to nobody else', async () => {
  const { page, context, go, press, leave, lesson, kept, tries, signIn, viewer, bar } = await withKeptPages('Nadia');
  await context.setOffline(true);
  await go(lesson);
  await press('#svar button[value=try]', { leaves: true });
  await page.waitForSelector('#svar .waits');
  await context.clearCookies();
  await context.setOffline(false);
  await go('/my-certificate');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  expect((await kept()).sort()).toEqual(['/~owner', '/~queue']);
  expect(await tries()).toEqual([]);

  await signIn(await site.signIn(viewer.personId));
  await go(lesson);
  await page.waitForFunction(() => document.getElementById('unsent')?.innerText.includes('1 svar er sendt'));
  expect(await tries()).toEqual([{ exercise: 'svar', tries: 1 }]);
  await expect.poll(kept, { timeout: 30_000 }).toContain('/~listed');

  await context.setOffline(true);
  await go(lesson);
  await press('#liste button[value=try]', { leaves: true });
  await page.waitForSelector('#liste .waits');
  await context.clearCookies();
  const other = await site.adviser('Dina');
  await signIn(other.cookie);
  await context.setOffline(false);
  await go(`/enrolments/${other.enrolmentId}/steps/a`);
  await page.waitForFunction(async () => await (await caches.open('own')).match('/~listed'));
  expect(await kept()).not.toContain(lesson);
  expect(await kept()).not.toContain('/~queue');
  expect(await bar()).toBe('');
  expect(await tries()).toHaveLength(1);
  await leave();
});
