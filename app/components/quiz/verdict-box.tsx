import { useTranslation } from 'react-i18next';
import { Text } from '#app/components/base/text-language.tsx';
import type { WhereToRead } from '#app/use-cases/learning/where-to-read.ts';
import type { Feedback } from '#curriculum/quiz/feedback-of.ts';
import { ExplainedAnswer } from './explained-answer.tsx';
import { ToRead } from './to-read.tsx';
import { VerdictMark } from './verdict-mark.tsx';

type Props = {
  /** How it was; `withoutKey` while another try is open. */
  feedback: Feedback;
  /** Shown below the feedback on a wrong answer. */
  hint: string | undefined;
  toRead: WhereToRead;
  language: 'da' | 'en';
};

/** How an answer was: a shape, a word, why, and where to read it. */
export function VerdictBox({ feedback, hint, toRead, language }: Props) {
  const { t } = useTranslation('adviser');
  const { verdict } = feedback;
  return (
    <div className={`verdict-box verdict-box--${verdict}`} role="status">
      <VerdictMark verdict={verdict} />
      <div>
        <p>
          <b>{t(`quiz.tried.${verdict}`)}</b>
        </p>
        {(verdict === 'wrong' || verdict === 'partly') && hint && (
          <p>
            {t('quiz.hint')} <Text>{hint}</Text>
          </p>
        )}
        <ExplainedAnswer feedback={feedback} />
        <ToRead toRead={toRead} language={language} />
      </div>
    </div>
  );
}
