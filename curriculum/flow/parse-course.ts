import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Course, CourseHead } from './course.ts';
import { parseFlow } from './parse-flow.ts';

export type Problem = { file: string; line: number; column: number; path: string; message: string; severity: 'error' };
export type Parsed = { ok: true; course: Course } | { ok: false; problems: Problem[] };
type Path = readonly PropertyKey[];

/** Reads a course file and returns the course, or every problem in it with its place. */
export function parseCourse(text: string, file: string, questionsIn?: ReadonlyMap<string, number>): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, prettyErrors: false });
  const problems: Problem[] = [];
  const add = (offset: number, path: Path, message: string) => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file, line, column: col, path: path.map(String).join('.'), message, severity: 'error' });
  };
  const say = (path: Path, message: string) => add(offsetOf(document, path), path, message);

  for (const error of document.errors) add(error.pos[0], [], error.message);
  if (document.errors.length > 0) return { ok: false, problems };

  const raw = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown> | null;
  const head = CourseHead.safeParse(raw);
  for (const issue of head.error?.issues ?? []) sayIssue(issue, raw, say);

  const steps = Array.isArray(raw?.steps) ? (raw.steps as { id?: unknown; blueprint?: unknown }[]) : [];
  const ids = steps.map((step) => step?.id);
  ids.forEach((id, index) => {
    if (typeof id === 'string' && ids.indexOf(id) < index)
      say(['steps', index, 'id'], `Step "${id}" is defined twice.`);
  });
  const known = new Set(ids.filter((id): id is string => typeof id === 'string'));
  const flow = Array.isArray(raw?.flow) && raw.flow.length > 0 ? parseFlow(raw.flow, known, say) : undefined;
  if (questionsIn) sayShortBanks(steps, questionsIn, say);

  if (problems.length > 0 || !head.success || !flow)
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
  return { ok: true, course: { ...head.data, flow } };
}

function sayShortBanks(
  steps: { blueprint?: unknown }[],
  questionsIn: ReadonlyMap<string, number>,
  say: (path: Path, message: string) => void,
) {
  steps.forEach((step, at) => {
    if (!Array.isArray(step?.blueprint)) return;
    const asked = new Map<string, number>();
    step.blueprint.forEach((line: { bank?: string; draw?: number }, row) => {
      const path = ['steps', at, 'blueprint', row];
      const has = questionsIn.get(line?.bank ?? '');
      if (has === undefined) return say([...path, 'bank'], `There is no question bank "${line?.bank}".`);
      const draw = (asked.get(line.bank!) ?? 0) + (line.draw ?? 0);
      asked.set(line.bank!, draw);
      if (draw > has) say([...path, 'draw'], `Asks for ${draw} questions; bank "${line.bank}" has ${has}.`);
    });
  });
}

function sayIssue(issue: z.core.$ZodIssue, raw: unknown, say: (path: Path, message: string) => void) {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) say([...issue.path, key], `"${key}" is not a word this file knows.`);
    return;
  }
  const missing = issue.path.length > 0 && valueAt(raw, issue.path) === undefined;
  say(issue.path, missing ? `"${String(issue.path.at(-1))}" is missing.` : issue.message);
}

const valueAt = (raw: unknown, path: Path): unknown => path.reduce<any>((value, key) => value?.[key], raw);

/** Where the path stands in the text, or the nearest parent that is there. An unknown key is pointed at itself. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const parent = length > 0 ? document.getIn(path.slice(0, length - 1), true) : undefined;
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isNode(key) && String(key) === String(path[length - 1]))
      : undefined;
    const value = length > 0 ? document.getIn(path.slice(0, length), true) : document.contents;
    if (isNode(value) && value.range)
      return isPair(pair) && isMap(value) && isNode(pair.key) ? pair.key.range![0] : value.range[0];
  }
  return 0;
}
