import { loadCatalogue } from '#app/platform/catalogue.server.ts';
import type { Environment } from '#app/platform/env.server.ts';
import {
  problemText,
  readGlossary,
  readObligations,
  readPolicy,
  readTopics,
  unknownTerms,
} from '#app/platform/open-world.server.ts';
import { projectRoot } from '#app/platform/project-root.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { changeSinceBefore } from '#curriculum/content/change-since-before.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { describeFault } from '#curriculum/flow/describe-fault.ts';
import { chartMermaid, flowMermaid, stepLineOf } from '#curriculum/flow/graph.ts';
import { machineOf } from '#curriculum/flow/progress.ts';
import { type Proof, proveCourse } from '#curriculum/flow/prove-course.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { changeText } from './change-text.ts';
import { json } from './json.ts';
import { measureVerb } from './measure-edition.ts';
import { migrateHold } from './migrate-hold.ts';
import { publishEdition } from './publish-edition.ts';
import { stepLineSvg } from './step-line-svg.ts';

/**
 * `curriculum check` reads the policy and checks every shipped course, `curriculum publish` makes an edition final, and
 * `curriculum graph` draws one. `curriculum measure` counts what an edition holds, `curriculum migrate` moves a hold to a
 * newer one.
 */
export async function curriculumVerb(input: Input, env: Environment): Promise<Answer> {
  const { verb, args, options } = input;
  if (verb === 'migrate') return migrateHold(input, env);
  if (verb === 'check') return checkCurriculum(projectRoot());
  if (verb === 'measure') return measureVerb(projectRoot(), input);
  if (verb === 'publish')
    return args[0] ? publishEdition(projectRoot(), args[0], 'dry-run' in options) : wrongUsage('Which edition?');
  if (verb !== 'graph') return wrongUsage();
  const loaded = loadCatalogue(projectRoot());
  if (!loaded.ok)
    return {
      exit: 1,
      error: loaded.problems.map(problemText).join('\n'),
      json: json['curriculum check']([], loaded.problems),
    };
  const [slug] = args;
  if (!slug) return wrongUsage('Which course?');
  const found = loaded.catalogue.editions.findLast(
    ({ course }) => course.id === slug && (!options.edition || course.edition === options.edition),
  );
  if (!found) return { exit: 1, error: `There is no course ${slug}${options.edition ? ` ${options.edition}` : ''}.` };
  const { step } = options;
  if (step !== undefined && step !== 'life' && !found.course.steps.some(({ id }) => id === step))
    return { exit: 1, error: `There is no step ${step} in ${slug}.` };
  const text =
    'svg' in options
      ? stepLineSvg(found.course, stepLineOf(found.course))
      : step
        ? chartMermaid(machineOf(found.course), step)
        : flowMermaid(found.course);
  return {
    exit: 0,
    text,
    json: json['curriculum graph']({
      slug,
      edition: found.course.edition,
      ...('svg' in options ? { svg: text } : { mermaid: text }),
    }),
  };
}

/** Reports everything that would keep the service from starting, and every error in the flow of a course. */
export function checkCurriculum(
  root: string,
  prove: (course: Course) => Proof = (course) => proveCourse(course),
): Answer {
  const loaded = loadCatalogue(root, dayOf(new Date().toISOString()));
  const catalogue = loaded.ok ? loaded.catalogue : undefined;
  const words = readGlossary(root);
  const data = [readPolicy(root, catalogue), readTopics(root), readObligations(root, catalogue), words];
  const ofData = data.flatMap((read) => (read.ok ? [] : read.problems));
  if (!loaded.ok) {
    const problems = [...loaded.problems, ...ofData];
    return { exit: 1, error: problems.map(problemText).join('\n'), json: json['curriculum check']([], problems) };
  }
  const courses = loaded.catalogue.editions.map((edition) => {
    const { course, banks } = edition;
    const proof = prove(course);
    const deadEnds = proof.faults.filter(({ fault }) => fault === 'dead-end').length;
    const reachable = !proof.faults.some(
      ({ fault }) =>
        fault === 'unreachable' || fault === 'never-certified' || fault === 'never-attended' || fault === 'too-wide',
    );
    return {
      course,
      proof,
      row: {
        slug: course.id,
        edition: course.edition,
        steps: course.steps.length,
        questions: [...banks.values()].reduce((sum, bank) => sum + bank.length, 0),
        proof: { states: proof.states, reachable, deadEnds },
        change: changeSinceBefore(edition, loaded.catalogue.editions),
      },
    };
  });
  const faults = courses.flatMap(({ course, proof }) =>
    proof.faults.map((fault) => ({
      file: `curriculum/courses/${course.id}/${course.edition}/course.yaml`,
      line: 1,
      column: 1,
      path: 'flow',
      message: describeFault(fault),
      severity: 'error' as const,
    })),
  );
  const terms = words.ok ? unknownTerms(loaded.catalogue, words.glossary) : [];
  const problems = [...loaded.warnings, ...ofData, ...terms, ...faults];
  const text = courses
    .flatMap(({ row }) => [
      `${row.slug} ${row.edition}: ${row.steps} steps, ${row.questions} questions, ${row.proof.states} states, ${row.proof.deadEnds} dead ends`,
      ...(row.change ? changeText(row.edition, row.change) : []),
    ])
    .join('\n');
  return {
    exit: faults.length + ofData.length + terms.length > 0 ? 1 : 0,
    text,
    ...(problems.length > 0 && { error: problems.map(problemText).join('\n') }),
    json: json['curriculum check'](
      courses.map(({ row }) => row),
      problems,
    ),
  };
}
