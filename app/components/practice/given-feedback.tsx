import { useTranslation } from 'react-i18next';
import { Text } from '#app/components/base/text-language.tsx';
import { useAnswerFocus } from '#app/components/base/use-answer-focus.ts';
import { ExplainedAnswer } from '#app/components/quiz/explained-answer.tsx';
import { ToRead } from '#app/components/quiz/to-read.tsx';
import { VerdictMark } from '#app/components/quiz/verdict-mark.tsx';
import type { PracticeQuestionView } from '#app/use-cases/practice/see-practice-question.server.ts';

type Props = Pick<Extract<PracticeQuestionView, { is: 'answered' }>, 'feedback' | 'hint' | 'toRead' | 'mayTryAgain'> & {
  language: 'da' | 'en';
};

/** How an answer was, by shape and word, and why. It takes the focus: it is what somebody waits for. */
export function GivenFeedback({ feedback, hint, toRead, mayTryAgain, language }: Props) {
  const { t } = useTranslation('practice');
  const { t: adviser } = useTranslation('adviser');
  const box = useAnswerFocus<HTMLDivElement>();
  const { verdict } = feedback;
  return (
    <div
      className={`verdict-box verdict-box--${verdict}`}
      role="status"
      tabIndex={-1}
      ref={box}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript, autofocus is what moves the reader to the answer.
      autoFocus
    >
      <VerdictMark verdict={verdict} />
      <div>
        <p>
          <b>{adviser(`quiz.tried.${verdict}`)}</b>
        </p>
        {mayTryAgain && hint && (
          <p>
            {adviser('quiz.hint')} <Text>{hint}</Text>
          </p>
        )}
        <ExplainedAnswer feedback={feedback} />
        {mayTryAgain && <p>{t('answer.again-text')}</p>}
        <ToRead toRead={toRead} language={language} />
      </div>
    </div>
  );
}
