import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { misreadValues } from './misread-values.ts';
import type { Problem } from './problem.ts';

export type Path = readonly PropertyKey[];
export type ReportProblem = (path: Path, message: string, severity?: Problem['severity']) => void;
/** `raw` is undefined if the text is not YAML; the problems say why. */
export type YamlFile = { raw: unknown; say: ReportProblem; problems: Problem[] };

/**
 * Reads YAML and returns a `say` that finds the line of a path; `firstLine` is the line of the file where the text
 * begins.
 */
export function readYaml(text: string, file: string, firstLine = 1): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, prettyErrors: false });
  const problems: Problem[] = [];
  const add = (offset: number, path: Path, message: string, severity: Problem['severity'] = 'error') => {
    const { line, col } = lines.linePos(offset);
    problems.push({
      file,
      line: line + firstLine - 1,
      column: col,
      path: path.map(String).join('.'),
      message,
      severity,
    });
  };
  for (const [at, message] of faultsOf(document)) add(at, [], message);
  let raw: unknown;
  try {
    raw = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  } catch {
    add(0, [], 'Write the value out: aliases (*name) are not read here.');
  }
  if (raw !== undefined) for (const { offset, message } of misreadValues(document, text)) add(offset, [], message);
  return { raw, problems, say: (path, message, severity) => add(offsetOf(document, path), path, message, severity) };
}

/**
 * The places of YAML errors: every duplicate key. If the YAML is broken, only the first error, because it causes the
 * others.
 */
function faultsOf({ errors }: Document.Parsed): [number, string][] {
  const [broken] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY').sort((a, b) => a.pos[0] - b.pos[0]);
  if (broken) return [[broken.pos[0], `This is not YAML: ${broken.message}`]];
  return errors.map(({ pos }) => [pos[0], 'This word is here already: take one of the two out.']);
}

/** Reports every issue of a failed Zod check at its own place, with plain messages for unknown and missing keys. */
export function reportIssues(issues: readonly z.core.$ZodIssue[], raw: unknown, say: ReportProblem): void {
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) say([...issue.path, key], `"${key}" is not a word this file knows.`);
      continue;
    }
    const missing = issue.path.length > 0 && valueAt(raw, issue.path) === undefined;
    say(issue.path, missing ? `"${String(issue.path.at(-1))}" is missing.` : issue.message);
  }
}

const valueAt = (raw: unknown, path: Path): unknown => path.reduce<any>((value, key) => value?.[key], raw);

/**
 * The position of a path in the text, or of its nearest existing parent. For an unknown key, the position of the key.
 */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const parent = length > 0 ? document.getIn(path.slice(0, length - 1), true) : undefined;
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isNode(key) && String(key) === String(path[length - 1]))
      : undefined;
    const value = length > 0 ? document.getIn(path.slice(0, length), true) : document.contents;
    if (isNode(value) && value.range) {
      return isPair(pair) && isMap(value) && isNode(pair.key) ? pair.key.range![0] : value.range[0];
    }
  }
  return 0;
}
