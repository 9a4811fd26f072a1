import type { TFunction } from 'i18next';
import { refusalText } from '#app/components/base/refusal-text.ts';
import { translator } from '#app/platform/translator.server.ts';
import { type StepView, seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { titlesOf } from '#app/use-cases/learning/titles-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Language } from '#app/words/make-words.ts';
import type { LoadContext } from './load-context.server.ts';

/** What the page of a step shows, if it is the viewer's own. */
export async function stepPage(
  { world, viewer, language }: Pick<LoadContext, 'world' | 'language'> & { viewer: Viewer },
  place: { enrolmentId: string; step: string },
) {
  const view = await seeStep(world, viewer, { ...place, language });
  if (!view) return undefined;
  const titles = await titlesOf(world, place.enrolmentId);
  const common = translator({ language }, 'common');
  const shut = view.because && refusalText(common, language, view.because, (id) => titles[id]?.[language] ?? id);
  return {
    title: titleOf(translator({ language }, 'adviser'), language, view),
    language,
    view,
    shut,
    operationId: world.newId(),
  };
}

/** The title of a quiz states its result. */
function titleOf(t: TFunction<'adviser'>, language: Language, view: StepView): string {
  if (view.kind !== 'quiz' || view.state === 'closed') return view.title[language];
  if (!view.result) return t('quiz.title', { of: view.questions });
  const { passed, right, of } = view.result;
  return t(passed ? 'quiz.passed' : 'quiz.not-passed', { right, of });
}
