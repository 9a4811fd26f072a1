import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingNames } from '#app/platform/env.server.ts';
import { catalogueWords } from '#app/words/catalogue.ts';
import danishFileCheck from '#app/words/da/file-check.json';
import danishMail from '#app/words/da/mail.json';
import { words as danishPages } from '#app/words/da.ts';
import englishFileCheck from '#app/words/en/file-check.json';
import englishMail from '#app/words/en/mail.json';
import { words as englishPages } from '#app/words/en.ts';
import { guidanceWords } from '#app/words/guidance.ts';
import { helpPointWords } from '#app/words/help-points.ts';
import { informationWords } from '#app/words/information.ts';
import { mondayWords } from '#app/words/monday.ts';
import { offlineWords } from '#app/words/offline.ts';
import { paperWords } from '#app/words/papers.ts';
import { partnerWords } from '#app/words/partners.ts';
import { placesWords } from '#app/words/places.ts';
import { practiceWords } from '#app/words/practice.ts';
import { publicHelpWords } from '#app/words/public-help.ts';
import { publicWords } from '#app/words/public-pages.ts';
import { ratingWords } from '#app/words/rating.ts';
import { reportPageWords } from '#app/words/report.ts';
import { rolloutWords } from '#app/words/rollout.ts';
import { staffWords } from '#app/words/staff.ts';
import { studyWords } from '#app/words/study.ts';
import { surroundingsWords } from '#app/words/surroundings.ts';
import { viewWords } from '#app/words/views.ts';
import { wayWords } from '#app/words/way.ts';

const danish = {
  ...danishPages,
  ...catalogueWords.da,
  ...staffWords.da,
  ...mondayWords.da,
  ...viewWords.da,
  ...paperWords.da,
  ...partnerWords.da,
  ...placesWords.da,
  ...practiceWords.da,
  ...reportPageWords.da,
  ...rolloutWords.da,
  ...helpPointWords.da,
  ...publicHelpWords.da,
  ...publicWords.da,
  ...informationWords.da,
  ...guidanceWords.da,
  ...offlineWords.da,
  ...ratingWords.da,
  ...studyWords.da,
  ...surroundingsWords.da,
  ...wayWords.da,
  mail: danishMail,
  'file-check': danishFileCheck,
};
const english = {
  ...englishPages,
  ...catalogueWords.en,
  ...staffWords.en,
  ...mondayWords.en,
  ...viewWords.en,
  ...paperWords.en,
  ...partnerWords.en,
  ...placesWords.en,
  ...practiceWords.en,
  ...reportPageWords.en,
  ...rolloutWords.en,
  ...helpPointWords.en,
  ...publicHelpWords.en,
  ...publicWords.en,
  ...informationWords.en,
  ...guidanceWords.en,
  ...offlineWords.en,
  ...ratingWords.en,
  ...studyWords.en,
  ...surroundingsWords.en,
  ...wayWords.en,
  mail: englishMail,
  'file-check': englishFileCheck,
};

type Tree = { [key: string]: Tree | string };

function keysOf(tree: unknown, before = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return [before];
  return Object.entries(tree as Tree).flatMap(([key, value]) => keysOf(value, before ? `${before}.${key}` : key));
}

function leaf(tree: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (value as Tree)?.[part], tree);
}

const namespaces = Object.keys(danish) as (keyof typeof danish)[];

describe('the words', () => {
  test.each(namespaces)('%s have the same keys in both languages', (namespace) => {
    expect(keysOf(english[namespace]).sort()).toEqual(keysOf(danish[namespace]).sort());
  });
  test.each(namespaces)('%s ask for the same values in both languages', (namespace) => {
    const asked = (text: unknown) => [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    const keys = keysOf(danish[namespace]);
    expect(
      keys.filter((key) => asked(leaf(danish[namespace], key)).join() !== asked(leaf(english[namespace], key)).join()),
    ).toEqual([]);
  });
  test.each(namespaces)('%s have no empty sentence, no exclamation and no "desværre"', (namespace) => {
    const texts = keysOf(danish[namespace]).map((key) => String(leaf(danish[namespace], key)));
    expect(
      texts.filter((text) => text.trim() === '' || text.includes('!') || /desværre|certifikat/i.test(text)),
    ).toEqual([]);
  });
  test.each(namespaces)('%s call whoever learns a vejleder, or adviser in English, and nothing else', (namespace) => {
    const texts = (tree: unknown) => keysOf(tree).map((key) => String(leaf(tree, key)));
    expect(texts(danish[namespace]).filter((text) => /\bdeltager(ne|en|e)?\b|kursist|\belev/i.test(text))).toEqual([]);
    expect(texts(english[namespace]).filter((text) => /\b(participant|student|learner)/i.test(text))).toEqual([]);
  });
});

test.each([
  ['Danish', danish],
  ['English', english],
])('no sentence that advisers read has more than 15 words: %s', (_, { adviser, guidance, mail }) => {
  const long = [adviser, guidance, mail].flatMap((tree) =>
    keysOf(tree)
      .flatMap((key) => String(leaf(tree, key)).split(/(?<=[.:?])\s+|\n/))
      .filter((sentence) => (sentence.match(/[^\s·–]+/g) ?? []).length > 15),
  );
  expect(long).toEqual([]);
});

test('every key that a page names literally exists', () => {
  const plural = ['', '_one', '_other', '_zero'];
  const known = new Set(namespaces.flatMap((namespace) => keysOf(danish[namespace])));
  const missing: string[] = [];
  for (const entry of readdirSync('app', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    for (const [, key] of text.matchAll(/\b(?:t|common)\('([a-z][\w.-]+)'/g)) {
      const there =
        plural.some((end) => known.has(key! + end)) || [...known].some((each) => each.startsWith(`${key}.`));
      if (!there) missing.push(`${entry.name}: ${key}`);
    }
  }
  expect(missing).toEqual([]);
});

test('only pages with words for staff load those words', () => {
  for (const name of readdirSync('app/routes')) {
    const text = readFileSync(path.join('app/routes', name), 'utf8');
    const needs = /useTranslation\('(admin|agency|forecast|leader)'\)|date-control/.test(text);
    expect(text.includes("import '#app/words/staff.ts';"), name).toBe(needs);
  }
});

test('only pages with words about partners load those words', () => {
  for (const name of readdirSync('app/routes')) {
    const text = readFileSync(path.join('app/routes', name), 'utf8');
    expect(text.includes("import '#app/words/partners.ts';"), name).toBe(
      /useTranslation\('partners'\)|components\/partners\//.test(text),
    );
  }
});

test('every page that shows texts of the help pages loads them', () => {
  for (const entry of readdirSync('app', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.tsx')) continue;
    const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    const needs = /useTranslation\('help'\)|ns: 'help'/.test(text);
    expect(text.includes("import '#app/words/information.ts';"), entry.name).toBe(needs);
  }
});

test.each([
  ['places', /useTranslation\('places'\)|components\/places\//],
  ['practice', /useTranslation\('practice'\)|components\/practice\//],
  ['public-pages', /useTranslation\('public'\)|components\/check\//],
  ['guidance', /useTranslation\('guidance'\)|components\/guidance(-log)?\//],
  ['papers', /useTranslation\('(policy|evidence)'\)|components\/readiness\/(municipality|overrides|evidence|policy)\//],
  ['surroundings', /useTranslation\('surroundings'\)|components\/(guidance-log|obligations)\//],
])('only pages with words of %s load them', (words, shows) => {
  for (const name of readdirSync('app/routes')) {
    const text = readFileSync(path.join('app/routes', name), 'utf8');
    expect(text.includes(`import '#app/words/${words}.ts';`), name).toBe(shows.test(text));
  }
});

test('a file that adds words when it is imported is said to have side effects, or the build leaves it out', () => {
  const { sideEffects } = JSON.parse(readFileSync('package.json', 'utf8')) as { sideEffects: string[] };
  const adding = readdirSync('app/words').filter(
    (name) => /\.ts$/.test(name) && /^addWords\(/m.test(readFileSync(path.join('app/words', name), 'utf8')),
  );
  expect(adding.length).toBeGreaterThan(3);
  expect(sideEffects.filter((file) => file.startsWith('./app/words/')).sort()).toEqual(
    adding.map((name) => `./app/words/${name}`).sort(),
  );
});

test('.env.example names exactly the settings that exist', () => {
  const named = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...settingNames].sort());
});
