import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import { type Path, readYaml, reportIssues } from '#curriculum/read-yaml.ts';
import { type Course, CourseHead } from './course.ts';
import { halts } from './halts.ts';
import { nothingRead, type Outline, outlineOf } from './outline-of.ts';
import { parseFlow, type WrittenStep } from './parse-flow.ts';
import { placeInOrder } from './place-in-order.ts';
import { sayOfEnd } from './say-of-end.ts';
import { sayOfRubrics } from './say-of-rubrics.ts';

type Parsed = { outline: Outline } & (
  | { ok: true; course: Course; warnings: Problem[] }
  | { ok: false; problems: Problem[] }
);

/** Reads a course file and returns the course, or every problem in it with its place. */
export function parseCourse(text: string, file: string, questionsIn?: ReadonlyMap<string, number>): Parsed {
  const { raw: read, say, problems } = readYaml(text, file);
  if (read === undefined) return { ok: false, problems, outline: nothingRead };
  const raw = read as Record<string, unknown> | null;
  const outline = outlineOf(raw);
  const head = CourseHead.safeParse(raw, inPlainWords);
  reportIssues(head.error?.issues ?? [], raw, say);

  const steps = Array.isArray(raw?.steps) ? (raw.steps as WrittenStep[]) : [];
  const ids = steps.map((step) => step?.id);
  ids.forEach((id, index) => {
    if (typeof id === 'string' && ids.indexOf(id) < index)
      say(['steps', index, 'id'], `Step "${id}" is defined twice.`);
  });
  const known = new Map(steps.flatMap((step) => (typeof step?.id === 'string' ? [[step.id, step] as const] : [])));
  const flow = Array.isArray(raw?.flow) && raw.flow.length > 0 ? parseFlow(raw.flow, known, say) : undefined;
  if (flow) placeInOrder(flow, steps, say);
  sayOfRubrics(steps, say);
  sayOfEnd(raw, flow, (id) => known.get(id)?.kind, say);
  if (questionsIn) sayShortBanks(steps, questionsIn, say);

  if (problems.length > 0 || !head.success || !flow)
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column), outline };
  for (const id of halts(flow, head.data.steps))
    say(
      ['steps', ids.indexOf(id), 'id'],
      `While "${id}" waits for an answer, nothing else is open. Say "dueBefore: <a later step>" here, or "opensEarly: true" on a lesson after it.`,
      'warning',
    );
  return { ok: true, course: { ...head.data, flow }, outline, warnings: problems };
}

function sayShortBanks(
  steps: { blueprint?: unknown }[],
  questionsIn: ReadonlyMap<string, number>,
  say: (path: Path, message: string) => void,
) {
  steps.forEach((step, at) => {
    if (!Array.isArray(step?.blueprint)) return;
    const asked = new Map<string, number>();
    step.blueprint.forEach((line: { bank?: unknown; draw?: unknown } | null, row) => {
      const { bank, draw: more } = line ?? {};
      if (typeof bank !== 'string') return;
      const path = ['steps', at, 'blueprint', row];
      const has = questionsIn.get(bank);
      if (has === undefined) return say([...path, 'bank'], `There is no question bank "${bank}".`);
      const draw = (asked.get(bank) ?? 0) + (typeof more === 'number' ? more : 0);
      asked.set(bank, draw);
      if (draw > has) say([...path, 'draw'], `Asks for ${draw} questions; bank "${bank}" has ${has}.`);
    });
  });
}
