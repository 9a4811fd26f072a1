import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { findBadge } from '#db/queries/badge.ts';
import { launchChromium } from './chromium.ts';
import { openSite, type Site } from './site.ts';
import { visit } from './visitor.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-dropped-'));
const files = {
  genuine: path.join(folder, 'bevis.pdf'),
  altered: path.join(folder, 'aendret.pdf'),
  badge: path.join(folder, 'open-badge.json'),
};
const evil = '<img src=x onerror="document.title=\'stjålet\'"><script>document.title="stjålet"</script>';
let site: Site;
let browser: Browser;
let code: string;
let number: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), launchChromium()]);
  const { db, close } = openDatabase({ dataDir: site.dataDir });
  const row = await db
    .selectFrom('certificate')
    .innerJoin('certificate_document', 'certificate_document.number', 'certificate.number')
    .innerJoin('document', 'document.sha256', 'certificate_document.sha256')
    .select(['certificate.number', 'certificate.verify_code', 'document.bytes'])
    .orderBy('certificate.number', 'desc')
    .executeTakeFirstOrThrow();
  const badge = await findBadge(db, { number: row.number, language: 'da', form: 'json' });
  await close();
  ({ number, verify_code: code } = row);
  writeFileSync(files.badge, Buffer.from(badge!.bytes));
  const bytes = Buffer.from(row.bytes);
  writeFileSync(files.genuine, bytes);
  writeFileSync(files.altered, Buffer.from(bytes.toString('latin1').replace('</dc:title>', '</dc:titel>'), 'latin1'));
});
afterAll(async () => {
  await Promise.all([site.stop(), browser.close()]);
  rmSync(folder, { recursive: true, force: true });
});

describe.each([true, false])('checking a file with scripts %s', (scripts) => {
  test.each([1280, 360])('works when the file is chosen, at a width of %i pixels', async (width) => {
    const visitor = await visit(browser, { url: site.url, scripts, width });
    const { page } = visitor;
    const answered = async (file: string, heading: string) => {
      await page.setInputFiles('#file', file);
      await visitor.press('main form[method=post] button');
      await page.waitForSelector('#answer');
      expect(await page.locator('h1').allInnerTexts()).toEqual([heading]);
      const wide = await page.evaluate('document.documentElement.scrollWidth').catch(() => width);
      expect(wide).toBeLessThanOrEqual(width);
    };
    await visitor.go('/check');
    await answered(files.genuine, 'Filen er ægte, og beviset er gyldigt i dag');
    expect(await page.locator('main').innerText()).toContain(number);
    expect(await page.locator('.gates > li').allInnerTexts()).toEqual(
      Array(5).fill(expect.stringMatching(/^\s*i orden/)),
    );
    await answered(files.badge, 'Filen er ægte, og beviset er gyldigt i dag');
    expect(await page.locator('.gates > li').allInnerTexts()).toEqual(
      Array(2).fill(expect.stringMatching(/^\s*i orden/)),
    );
    await answered(files.altered, 'Filen er ikke ægte, eller den er ændret');
    expect(await page.locator('main').innerText()).not.toContain(number);
    await visitor.press('main form[method=post] button');
    expect(await page.locator('[role=alert]').innerText()).toContain('Vælg den fil, der skal kontrolleres.');
    await visitor.leave();
  });
});

test('a file that is dropped on the check page is sent at once', async () => {
  const visitor = await visit(browser, { url: site.url, scripts: true });
  const { page } = visitor;
  await visitor.go('/check?lang=en');
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['hej'], 'hej.pdf', { type: 'application/pdf' }));
    return transfer;
  });
  await page.dispatchEvent('.drop-zone', 'dragover', { dataTransfer: dropped });
  expect(await page.locator('.drop-zone--over').count()).toBe(1);
  await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: dropped });
  await page.waitForSelector('#answer');
  expect(await page.locator('h1').innerText()).toBe('The file is not genuine, or it has been altered');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer');
  expect(await page.title()).toBe('The file is not genuine, or it has been altered – Vejlederbevis');
  await visitor.look();
  await visitor.leave();
});

test('a file that is too large is refused on the check page before it is sent', async () => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(1_200_000)]), 'stor.pdf');
  const answer = await fetch(`${site.url}/check`, { method: 'POST', body: form, headers: { origin: site.url } });
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('Filen fylder over 1 MB')]);
});

describe('a code', () => {
  const ask = (path: string, accept: string) => fetch(site.url + path, { headers: { accept } });

  test('is answered as JSON at the same address, with no more facts than on the page', async () => {
    const page = await ask(`/v/${code}`, 'text/html,application/xhtml+xml,*/*;q=0.8');
    const json = await ask(`/v/${code}`, 'application/json');
    for (const { headers } of [page, json]) {
      expect(headers.get('vary')).toMatch(/\bAccept\b(?!-)/);
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const said = (await json.json()) as { certificate: Record<string, unknown> };
    expect(said).toMatchObject({ verdict: 'valid', reasons: [], certificate: { number, nameIsFull: false } });
    const text = await page.text();
    expect(text).toContain(String(said.certificate.name));
    expect(text).toContain(`Tjek, at adressen i browseren begynder med ${site.url}/.`);
    expect((await ask(`/v/${code}`, '*/*')).headers.get('content-type')).toContain('text/html');
  });

  test('that is unknown gets the same answer as text that is no code, on the page and as JSON', async () => {
    const typed = ['0123-4567-89AB-CDEF-GHJK', '0000-0000-0000-0000-0000', 'ABCDEFGHIJKLMNOPQRSTUVWX'];
    const plain = (text: string, code: string) =>
      text
        .replaceAll(code, '…')
        .replace(/nonce="[^"]*"/g, '')
        .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
        .replace(/\d\d\.\d\d|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');
    const seen = async (accept: string, end = '') => {
      const answers = await Promise.all(
        typed.map(async (code) => {
          const answer = await ask(`/v/${code}${end}`, accept);
          return [answer.status, plain(await answer.text(), code)];
        }),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      return answers[0]!;
    };
    expect(await seen('text/html')).toEqual([404, expect.stringContaining('Vi kender ikke den kode')]);
    expect(await seen('*/*', '.data')).toEqual([404, expect.any(String)]);
    const [status, text] = await seen('application/json');
    expect([status, JSON.parse(String(text))]).toEqual([
      404,
      { verdict: 'not-genuine', reasons: ['unknown-code'], certificate: null },
    ]);
  });

  test('shows a name that contains HTML as text, in a real browser', async () => {
    const { db, close } = openDatabase({ dataDir: site.dataDir });
    await db
      .updateTable('certificate')
      .set({ name_at_issue: evil, library_at_issue: evil, name_public: 1 })
      .where('number', '=', number)
      .execute();
    await close();
    const visitor = await visit(browser, { url: site.url, scripts: true });
    const { page } = visitor;
    await visitor.go(`/v/${code}`);
    expect(await page.locator('.facts').innerText()).toContain(evil);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.title()).not.toContain('stjålet');
    const json = await page.goto(`${site.url}/v/${code}.data`);
    expect(json!.headers()['content-type']).not.toContain('html');
    await page.setExtraHTTPHeaders({ accept: 'application/json' });
    await page.goto(`${site.url}/v/${code}`);
    expect(await page.title()).not.toContain('stjålet');
    expect(await page.locator('img').count()).toBe(0);
    await visitor.leave();
  });
});
