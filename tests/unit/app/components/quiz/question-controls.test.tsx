import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, test } from 'vitest';
import { GivenAnswer, QuestionControls } from '#app/components/quiz/kinds/question-controls.tsx';
import { isAnswerField } from '#app/components/quiz/sent-answer.ts';
import { wordsIn } from '#app/words/words.server.ts';
import { kinds } from '#curriculum/quiz/kinds/kinds.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import { questionView } from '#curriculum/quiz/question-view.ts';
import { controlsIn, sentBy } from '../../../../controls.ts';

const samples = Object.values(kinds).flatMap(({ samples }): readonly Question[] => samples);

describe.each(samples.map((question) => [question.id, question] as const))('the sample question %s', (_, question) => {
  const kind = kindOf(question);
  const order = kind
    .parts(question)
    .map(({ id }) => id)
    .reverse();
  const view = questionView(question, order);
  const draw = (given: readonly string[], language: 'da' | 'en' = 'da') => {
    const props = { view, given, error: undefined, heading: <h1>{view.text}</h1> };
    return [<QuestionControls key="1" {...props} />, <GivenAnswer key="2" {...props} />].map((element) =>
      renderToStaticMarkup(<I18nextProvider i18n={wordsIn(language)}>{element}</I18nextProvider>),
    );
  };

  test('has controls called answer, the first with the id that an error leads to, each with a label', () => {
    const [html] = draw([]);
    const controls = controlsIn(html!);
    expect(controls[0]).toMatchObject({ id: 'answer' });
    // The arrows of an ordering are buttons; whatever is filled in is part of the answer.
    expect(controls.map(({ name }) => name).filter((name) => !isAnswerField(name))).toEqual([]);
    for (const { id } of controls) expect(html).toContain(`for="${id}"`);
  });

  test('shows a saved answer so that the form sends it again unchanged, and says it in words', () => {
    expect(sentBy(draw([])[0]!).filter(Boolean)).toEqual([]);
    for (const how of ['right', 'wrong'] as const) {
      const given = kind.toForm(question, order, kind[how](question));
      for (const language of ['da', 'en'] as const) {
        const [html, words] = draw(given, language);
        expect(sentBy(html!)).toEqual(given);
        expect(words!.replace(/<[^>]+>/g, '').trim()).not.toBe('');
      }
    }
  });
});
