import type { DecidedFor } from '#app/use-cases/holds/editions/decide-migration.server.ts';
import type { Mover } from '#app/use-cases/holds/editions/mover-with.ts';
import type { MigrationPreview } from '#app/use-cases/holds/editions/preview-migration.server.ts';
import type { ChangeSinceBefore } from '#curriculum/content/change-since-before.ts';
import type { Guessed } from '#curriculum/content/measures/measure-bank.ts';
import type { EditionMeasures } from '#curriculum/content/measures/measure-edition.ts';
import type { StepChange } from '#curriculum/flow/editions/step-changes.ts';
import type { Problem } from '#curriculum/problem.ts';
import { problemOf } from './shared.ts';

type Course = {
  slug: string;
  edition: string;
  steps: number;
  questions: number;
  proof: { states: number; reachable: boolean; deadEnds: number };
  change?: ChangeSinceBefore | undefined;
};
type Published = { name: string; digest: string; dryRun: boolean; change: ChangeSinceBefore | undefined };
type Drawn = { mermaid?: string; svg?: string };
/** What the verbs of curriculum print with `--json`. */
export const curriculumJson = {
  'curriculum check': (courses: readonly Course[], problems: readonly Problem[]) => ({
    courses: courses.map(({ slug, edition, steps, questions, proof: { states, reachable, deadEnds }, change }) => ({
      slug,
      edition,
      steps,
      questions,
      proof: { states, reachable, deadEnds },
      change: change && changeOf(change),
    })),
    problems: problems.map(problemOf),
  }),
  'curriculum publish': ({ name, digest, dryRun, change }: Published) => ({
    name,
    digest,
    dryRun,
    change: change && changeOf(change),
  }),
  'curriculum migrate --dry-run': (preview: MigrationPreview, people: readonly Mover[]) => ({
    dryRun: true,
    hold: preview.hold.id,
    from: preview.hold.edition,
    to: preview.to,
    class: preview.change,
    differs: [...preview.differs],
    steps: stepChangesOf(preview.steps),
    people: people.map(moverOf),
  }),
  'curriculum migrate': (people: readonly DecidedFor[]) => ({
    dryRun: false,
    people: people.map((each) => ({
      enrolmentId: each.enrolmentId,
      name: each.name,
      outcome: each.outcome,
      because: each.outcome === 'cannot' ? each.because : undefined,
    })),
  }),
  'curriculum graph': ({ slug, edition, mermaid, svg }: Record<'slug' | 'edition', string> & Drawn) => ({
    slug,
    edition,
    mermaid,
    svg,
  }),
  'curriculum measure': (name: string, { lessons, bank }: EditionMeasures) => ({
    name,
    lessons: lessons.map(({ step, language, words, minutes, lix, figures, exercises, dialogues }) => ({
      ...{ step, language, words, figures, exercises },
      minutes: { said: minutes.said, workedOut: rounded(minutes.workedOut) },
      lix: rounded(lix),
      dialogues: dialogues.map((dialogue) => ({
        ...{ name: dialogue.name, nodes: dialogue.nodes, endings: dialogue.endings },
      })),
    })),
    bank: {
      questions: bank.questions,
      kinds: bank.kinds.map(countOf),
      goals: bank.goals.map(countOf),
      levels: bank.levels.map(countOf),
      uses: bank.uses.map(countOf),
      single: {
        questions: bank.single.questions,
        longest: guessedOf(bank.single.longest),
        first: guessedOf(bank.single.first),
      },
    },
  }),
};

const rounded = (value: number) => Math.round(value * 10) / 10;

const countOf = ({ name, questions }: { name: string; questions: number }) => ({ name, questions });

const guessedOf = ({ right, chance }: Guessed) => ({ right: rounded(right), chance: rounded(chance) });

const changeOf = ({ since, change, differs, words, facts, steps }: ChangeSinceBefore) => ({
  ...{ since, class: change, differs, words, facts },
  steps: stepChangesOf(steps),
});

const stepChangesOf = (steps: readonly StepChange[]) =>
  steps.map(({ step, change, sameAs, differences }) => ({
    step,
    class: change,
    sameAs,
    differences: differences.map(({ what, from, to, of }) => ({ what, from, to, of })),
  }));

const idsOf = (steps: readonly { id: string }[]) => steps.map(({ id }) => id);

const moverOf = (mover: Mover) => ({
  ...{ enrolmentId: mover.enrolmentId, name: mover.name, edition: mover.edition, standing: mover.standing },
  ...(mover.standing === 'open' && {
    stays: mover.stays,
    kept: idsOf(mover.kept),
    declared: idsOf(mover.declared),
    lost: idsOf(mover.lost),
    waiting: { migrate: idsOf(mover.waiting.migrate), restart: idsOf(mover.waiting.restart) },
  }),
});
