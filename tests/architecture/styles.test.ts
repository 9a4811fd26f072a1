import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from 'sass';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { colours } from '#app/styles/colours.ts';

const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
const read = (file: string) => readFileSync(file, 'utf8');

const sources = [...filesIn('app', /\.tsx?$/), ...filesIn('curriculum/content', /\.ts$/)];
const sheets = filesIn('app/styles', /\.scss$/);
const compiled = compile('app/styles/app.scss', { quietDeps: true, silenceDeprecations: ['if-function'] }).css;
const classesIn = (css: string) => new Set([...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name!));
const light = read('app/styles/_colours.scss').split('$dark:')[0]!;
const tokens = new Map([...light.matchAll(/'([\w-]+)': (#[0-9a-f]+)/g)].map(([, name, value]) => [name!, value!]));

/** The class names that the pages write out, and the beginnings of those they build: `node--${status}`. */
function classesUsed(): { file: string; name: string }[] {
  const used: { file: string; name: string }[] = [];
  for (const file of sources.filter((each) => each.endsWith('x'))) {
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const note = (text: string) => {
      for (const name of text.split(/\s+/).filter(Boolean)) used.push({ file, name });
    };
    const words = (node: ts.Node): void => {
      const compared = ts.isBinaryExpression(node) && /^[!=]==$/.test(node.operatorToken.getText());
      if (compared) return;
      if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
        note(node.text);
      ts.forEachChild(node, words);
    };
    const find = (node: ts.Node): void => {
      if (ts.isJsxAttribute(node) && node.name.getText() === 'className' && node.initializer) words(node.initializer);
      else ts.forEachChild(node, find);
    };
    find(source);
  }
  return used;
}

test('every class name of a page stands in the style sheet', () => {
  const declared = classesIn(compiled);
  const isDeclared = (name: string) =>
    name.endsWith('--') ? [...declared].some((each) => each.startsWith(name)) : declared.has(name);
  expect(classesUsed().filter(({ name }) => !isDeclared(name))).toEqual([]);
});

test('every class name of our style sheets is used by a page', () => {
  const written = sources.map(read).join('\n');
  const words = new Set([...written.matchAll(/[\w-]+/g)].map(([word]) => word));
  const beginnings = [...written.matchAll(/([\w-]+--)\$\{/g)].map(([, beginning]) => beginning!);
  const ours = classesIn(
    sheets
      .map(read)
      .join('\n')
      .replaceAll(/'[^']*'|\/\/.*/g, ''),
  );
  const isUsed = (name: string) => words.has(name) || beginnings.some((each) => name.startsWith(each));
  expect([...ours].filter((name) => !isUsed(name))).toEqual([]);
});

test('every custom property that is used is declared, and every colour is used', () => {
  const written = [compiled, ...sources.map(read)].join('\n');
  const declared = new Set([...compiled.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const used = new Set([...written.matchAll(/var\((--[\w-]+)[),]/g)].map(([, name]) => name));
  expect([...used].filter((name) => !declared.has(name))).toEqual([]);
  const elsewhere = [
    ...Object.keys(colours),
    ...[...read('app/styles/app.scss').matchAll(/of\('([\w-]+)'/g)].map(String),
  ];
  expect([...tokens.keys()].filter((name) => !used.has(`--${name}`) && !elsewhere.join().includes(name))).toEqual([]);
});

test('drawings outside the style sheet use the same colours', () =>
  expect(Object.entries(colours).filter(([name, value]) => tokens.get(name) !== value)).toEqual([]));

/** The lint of the style sheets finds hexadecimal colours; this finds the other ways, and all of them in the pages. */
test('a colour is written only in the files of colours, and used by name elsewhere', () => {
  const hexOrFunction = /#[0-9a-f]{3,8}\b(?!['/])|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(/i;
  const name =
    /:[^;{]*(?<![-\w])(?:white|black|gr[ae]y|red|green|blue|yellow|orange|silver|maroon|navy|teal)(?![-\w])[^;{]*;/;
  const drawn = /\b(?:fill|stroke|color|stopColor)="(?!none|currentColor|var\(|url\(|\$\{)/;
  const found = (files: string[], ...patterns: RegExp[]) =>
    files
      .filter((file) => !/colours\.(scss|ts)$/.test(file))
      .flatMap((file) =>
        read(file)
          .split('\n')
          .flatMap((line, at) =>
            patterns.some((pattern) => pattern.test(line)) && !line.startsWith('export const colours =')
              ? [`${file}:${at + 1} ${line.trim()}`]
              : [],
          ),
      );
  expect(found([...sources, ...filesIn('certificates', /\.tsx?$/)], hexOrFunction, drawn)).toEqual([]);
  expect(found(sheets, hexOrFunction, name)).toEqual([]);
});
