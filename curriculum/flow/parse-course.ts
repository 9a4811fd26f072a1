import type { Problem } from '../problem.ts';
import { type Path, readYaml, sayIssues } from '../read-yaml.ts';
import { type Course, CourseHead } from './course.ts';
import { parseFlow } from './parse-flow.ts';

type Parsed = { ok: true; course: Course } | { ok: false; problems: Problem[] };

/** Reads a course file and returns the course, or every problem in it with its place. */
export function parseCourse(text: string, file: string, questionsIn?: ReadonlyMap<string, number>): Parsed {
  const { raw: read, say, problems } = readYaml(text, file);
  if (problems.length > 0) return { ok: false, problems };
  const raw = read as Record<string, unknown> | null;
  const head = CourseHead.safeParse(raw);
  sayIssues(head.error?.issues ?? [], raw, say);

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
