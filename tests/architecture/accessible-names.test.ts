import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { words as danishPages } from '#app/words/da.ts';
import { words as englishPages } from '#app/words/en.ts';
import { informationWords } from '#app/words/information.ts';
import { staffWords } from '#app/words/staff.ts';

// Whoever speaks to their device says what they see, so the accessible name of a control begins with its visible words
// (WCAG 2.5.3). This reads the source; a name that is put together in another way stands below with its reason.
const otherwise: Record<string, string> = {
  'base/link.tsx': 'passes on what it is given',
  'guidance-log/trouble-chart.tsx': 'a drawing, no control: its name says what it shows',
  'hold/person-row.tsx': 'shows the text and label of its choices, which are looked at where they are made',
  'readiness/axes-table.tsx': 'the name begins with the visible number',
};
const regions = new Set(['ul', 'ol', 'nav', 'section', 'div', 'aside']);

type Tree = { [key: string]: Tree | string };
const languages = {
  da: { ...danishPages, ...staffWords.da, ...informationWords.da },
  en: { ...englishPages, ...staffWords.en, ...informationWords.en },
};

/** Every text under this key, in whatever namespace, with its forms for one and for many. */
function textsUnder(language: keyof typeof languages, key: string): string[] {
  return Object.values(languages[language] as unknown as Tree).flatMap((namespace) => {
    const parts = key.split('.');
    const last = parts.pop()!;
    const folder = parts.reduce<Tree | undefined>((tree, part) => tree?.[part] as Tree | undefined, namespace as Tree);
    return ['', '_one', '_other'].flatMap((form) => {
      const text = folder?.[last + form];
      return typeof text === 'string' ? [text] : [];
    });
  });
}

/** The keys that are asked for in a part of the source; `*` stands for what is only known when the page is shown. */
function keysIn(node: ts.Node, file: ts.SourceFile): string[] {
  const keys: string[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isCallExpression(each) && ts.isIdentifier(each.expression)) {
      const [first] = each.arguments;
      const before = keys.length;
      const ways = first && ts.isConditionalExpression(first) ? [first.whenTrue, first.whenFalse] : [first];
      for (const way of ways) {
        if (way && ts.isStringLiteral(way)) keys.push(way.text);
        else if (way && ts.isTemplateExpression(way))
          keys.push(way.head.text + way.templateSpans.map(({ literal }) => `*${literal.text}`).join(''));
      }
      const made = keys.length === before && declarationOf(each.expression.text, file);
      if (made) visit(made);
      return;
    }
    ts.forEachChild(each, visit);
  };
  visit(node);
  return keys;
}

function declarationOf(name: string, file: ts.SourceFile): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (each: ts.Node): void => {
    if (ts.isVariableDeclaration(each) && each.name.getText(file) === name) found = each.initializer;
    ts.forEachChild(each, visit);
  };
  visit(file);
  return found;
}

type Named = { file: string; names: string[]; visible: string[]; showsValue: string | undefined };

/** The controls of a file that have both a name of their own and visible words. */
function namedIn(path: string): Named[] {
  const file = ts.createSourceFile(
    path,
    readFileSync(`app/${path}`, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: Named[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && !regions.has(node.openingElement.tagName.getText())) {
      const label = node.openingElement.attributes.properties.find((each) => each.name?.getText() === 'aria-label');
      const [only] = node.children.filter((child) => child.getText().trim() !== '');
      const visible = node.children.flatMap((child) => keysIn(child, file));
      if (label && only)
        found.push({
          file: path,
          names: keysIn(label, file),
          visible,
          showsValue: visible.length === 0 ? only.getText() : undefined,
        });
    }
    if (ts.isObjectLiteralExpression(node)) {
      const part = (name: string) => node.properties.find((each) => each.name?.getText() === name);
      const [text, label] = [part('text'), part('label')];
      if (text && label)
        found.push({ file: path, names: keysIn(label, file), visible: keysIn(text, file), showsValue: undefined });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `hold.*-name` beside `hold.*` as the pairs that there are words for. */
function pairsOf(name: string, visible: string): [name: string, visible: string][] {
  if (!name.includes('*')) return [[name, visible]];
  const [before, after] = name.split('*') as [string, string];
  const last = before.split('.').filter(Boolean);
  const folders = Object.values(languages.da as unknown as Tree).map((namespace) =>
    last.reduce<Tree | undefined>((tree, part) => tree?.[part] as Tree | undefined, namespace as Tree),
  );
  return folders
    .flatMap((folder) => Object.keys(folder ?? {}))
    .filter((key) => after !== '' && key.endsWith(after))
    .map((key): [string, string] => [before + key, visible.replace('*', key.slice(0, -after.length))])
    .filter(([, shown]) => textsUnder('da', shown).length > 0);
}

const named = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .flatMap(namedIn);
const isExcused = ({ file }: Named) => Object.keys(otherwise).some((end) => file.endsWith(end));

test('the accessible name of a control begins with its visible words, in both languages', () => {
  const faults: string[] = [];
  let compared = 0;
  for (const each of named.filter((one) => !isExcused(one))) {
    const { file, names, visible, showsValue } = each;
    if (names.length === 0) faults.push(`${file}: the name cannot be read from the source`);
    const pairs = names.flatMap((name) =>
      showsValue === undefined ? visible.flatMap((key) => pairsOf(name, key)) : [[name, ''] as [string, string]],
    );
    for (const language of ['da', 'en'] as const) {
      const shownBy = (key: string) => (key === '' ? ['{{name}}'] : textsUnder(language, key));
      for (const [name, key] of pairs) {
        compared += 1;
        const starts = pairs.filter(([other]) => other === name).flatMap(([, shown]) => shownBy(shown));
        const named = pairs.filter(([, other]) => other === key).flatMap(([label]) => textsUnder(language, label));
        for (const text of textsUnder(language, name))
          if (!starts.some((start) => text.startsWith(start))) faults.push(`${file}: ${language} ${name} "${text}"`);
        for (const text of shownBy(key))
          if (!named.some((label) => label.startsWith(text))) faults.push(`${file}: ${language} ${key} "${text}"`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(compared).toBeGreaterThan(30);
});

test('each exception is still there', () => {
  expect(Object.keys(otherwise).filter((end) => !named.some(({ file }) => file.endsWith(end)))).toEqual([]);
});
