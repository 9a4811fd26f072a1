import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FilmBlock } from '#curriculum/content/films/film.ts';
import { parseEdition } from '#curriculum/content/parse-edition.ts';
import { Step } from '#curriculum/flow/course.ts';
import { parseCourse } from '#curriculum/flow/parse-course.ts';
import { proveCourse } from '#curriculum/flow/prove-course.ts';
import { parsePresentation } from '#curriculum/presentation/parse-presentation.ts';
import { kinds } from '#curriculum/quiz/kinds/kinds.ts';
import { readYaml } from '#curriculum/read-yaml.ts';

const guide = readFileSync('docs/authoring.md', 'utf8');
/** The blocks of the guide: their language, what stands beside it, and their text. */
const blocks = [...guide.matchAll(/^(`{3,})(\w+)(?: +([^\n]+))?\n([\s\S]*?)^\1$/gm)].map(
  ([, , language = '', about = '', text = '']) => ({ language, about, text }),
);
const files = new Map(
  blocks.flatMap(({ about, text }) =>
    about.startsWith('file=') ? [[about.slice('file='.length), text] as const] : [],
  ),
);
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const parsed = parseEdition(files, 'venlig-hjaelp/2027.1', { digest });

describe('the guide for authors', () => {
  test('has examples that are one whole course without a fault', () => {
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    expect(parsed.ok && parsed.warnings).toEqual([]);
    expect(parsed.ok && proveCourse(parsed.edition.course).faults).toEqual([]);
  });

  test('shows every kind of question, and every kind of exercise', () => {
    if (!parsed.ok) throw new Error('see above');
    const asked = [...parsed.edition.banks.values()].flat().map(({ kind }) => kind);
    expect([...asked].sort()).toEqual(Object.keys(kinds).sort());
    const exercises = parsed.edition.readings.get('hilsen')!.exercises.map(({ is }) => is);
    expect(exercises).toEqual(['check', 'checklist', 'dialogue', 'reveal']);
  });

  test('shows a criterion that is met or not, and one that has levels', () => {
    if (!parsed.ok) throw new Error('see above');
    const practical = parsed.edition.course.steps.find(({ kind }) => kind === 'practical');
    expect(practical).toMatchObject({
      passMark: 2,
      rubric: [
        { id: 'modtager' },
        { id: 'hilsen', mustPass: 'paa-vej', levels: [{ points: 0 }, { points: 1 }, { points: 3 }] },
      ],
    });
  });

  test('says of every block of YAML what it is, and the block is that', () => {
    const others = blocks.filter(({ language, about }) => language === 'yaml' && !about.startsWith('file='));
    for (const { about, text } of others) {
      const { raw, problems } = readYaml(text, 'docs/authoring.md');
      expect(problems).toEqual([]);
      if (about === 'step') expect(Step.safeParse(raw).error?.issues ?? [], text).toEqual([]);
      else if (about === 'film') expect(FilmBlock.safeParse(raw).error?.issues ?? [], text).toEqual([]);
      else if (about === 'presentation') expect(parsePresentation(text, 'docs/authoring.md').ok, text).toBe(true);
      else if (about === 'flow') expect(flowFaults(raw as { flow: unknown }), text).toEqual([]);
      else expect.fail(`Say what this block is (file=…, step, flow, film or presentation): ${text}`);
    }
  });

  test('leads to headings that exist', () => {
    const headings = [...guide.matchAll(/^## (.+)$/gm)].map(([, title]) => title!.toLowerCase().replaceAll(' ', '-'));
    const links = [...guide.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, id]) => id!);
    expect(links.filter((id) => !headings.includes(id))).toEqual([]);
  });
});

/** Faults of a flow. Every id it names is taken for a step: a test if its name ends so, a hand-in or a lesson otherwise. */
function flowFaults({ flow }: { flow: unknown }): string[] {
  const named = [...new Set(JSON.stringify(flow).match(/(?<=")[a-z][a-z0-9-]*(?="[,\]}])/g))];
  const title = { da: 'Trin', en: 'Step' };
  const steps = named.map((id) =>
    /(-test|proeve)$/.test(id)
      ? { id, kind: 'quiz', title, blueprint: [{ bank: 'a', draw: 1 }], passMark: 1, attempts: 3, delay: '1h' }
      : { id, kind: 'lesson', title },
  );
  const head = { id: 'et-kursus', edition: '2027.1', title, validity: { months: 24 }, appealWindow: '14d' };
  const course = parseCourse(JSON.stringify({ ...head, steps, flow }), 'docs/authoring.md');
  return course.ok ? [] : course.problems.map(({ message }) => message);
}
