import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const folder = 'app/use-cases';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** The table of permissions and the error class, each with the one function that reads it. */
const named = ['permission.ts', 'cannot-print.ts'];

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const nameOf = (file: string) => camelCase(path.basename(file).replace(/(\.server)?\.ts$/, ''));

/** The one function has the name of the file, or one of the types, if there is no function. */
const isNamedLike = (name: string, exports: readonly string[]) =>
  exports.join() === name || exports.includes(`${name[0]!.toUpperCase()}${name.slice(1)}`);

/** The names of the functions that a file exports; those of its types if it exports no function. */
function exportedNames(source: string): string[] {
  const { statements } = ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2022, true);
  const names = statements.flatMap((each) => {
    if (!ts.canHaveModifiers(each)) return [];
    if (!ts.getModifiers(each)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isFunctionDeclaration(each)) return [each.name!.text];
    if (!ts.isVariableStatement(each)) return [];
    return each.declarationList.declarations
      .filter(({ initializer }) => initializer && ts.isArrowFunction(initializer))
      .map(({ name }) => name.getText());
  });
  if (names.length > 0) return [...new Set(names)];
  return statements.filter(ts.isTypeAliasDeclaration).map(({ name }) => name.text);
}

describe('a use case', () => {
  test('is the only exported function of its file and named like it', () => {
    const others = files.filter((file) => !named.includes(path.basename(file)));
    const found = others.map((file) => ({
      file,
      exports: exportedNames(readFileSync(path.join(folder, file), 'utf8')),
    }));
    expect(found.filter(({ file, exports }) => !isNamedLike(nameOf(file), exports))).toEqual([]);
  });
  test('is found among other exports, written as a function or as an arrow', () => {
    const source = `
      export type Outcome = { ok: true };
      export const most = 3;
      export async function first() {}
      export const second = (a: number) => a;
      function own() {}`;
    expect(exportedNames(source)).toEqual(['first', 'second']);
  });
});
