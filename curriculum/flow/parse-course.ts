import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import { type Path, readYaml, reportIssues } from '#curriculum/read-yaml.ts';
import { type Course, CourseHead } from './course.ts';
import { nothingRead, type Outline, outlineOf } from './outline-of.ts';
import { parseFlow } from './parse-flow.ts';

type Parsed = { outline: Outline } & ({ ok: true; course: Course } | { ok: false; problems: Problem[] });

/** Reads a course file and returns the course, or every problem in it with its place. */
export function parseCourse(text: string, file: string, questionsIn?: ReadonlyMap<string, number>): Parsed {
  const { raw: read, say, problems } = readYaml(text, file);
  if (read === undefined) return { ok: false, problems, outline: nothingRead };
  const raw = read as Record<string, unknown> | null;
  const outline = outlineOf(raw);
  const head = CourseHead.safeParse(raw, inPlainWords);
  reportIssues(head.error?.issues ?? [], raw, say);

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
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column), outline };
  return { ok: true, course: { ...head.data, flow }, outline };
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
