import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { whileOpen } from './opened.ts';
import type { Site } from './site.ts';
import { signIn, visit } from './visitor.ts';

let browser: Browser;
let site: Site;
whileOpen((opened) => {
  ({ browser, site } = opened);
});

test.each([
  ['the table of all municipalities', '/readiness'],
  ['the Monday page', '/monday'],
])('%s is two A4 pages on paper', async (_, path) => {
  const visitor = await visit(browser, { url: site.url, scripts: true });
  await signIn(visitor, 'Stine');
  await visitor.go(path);
  const margin = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' };
  const printed = await PDFDocument.load(await visitor.page.pdf({ format: 'A4', margin }));
  expect(printed.getPageCount()).toBe(2);
  await visitor.leave();
});
