import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { Text } from '#app/components/base/text-language.tsx';
import type { Feedback } from '#curriculum/quiz/feedback-of.ts';
import { ExplainedAnswer } from './explained-answer.tsx';
import { VerdictMark } from './verdict-mark.tsx';

type Props = {
  /** How it was; `withoutKey` while another try is open. */
  feedback: Feedback;
  /** Shown below the feedback on a wrong answer. */
  hint: string | undefined;
  /** Where a lesson tells it. */
  place: { to: string; title: string } | undefined;
};

/** How an answer was: a shape, a word, why, and where to read it. */
export function VerdictBox({ feedback, hint, place }: Props) {
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
        {place && <PlaceLink {...place} />}
      </div>
    </div>
  );
}

/** The place in a lesson that tells what a question asks. */
export function PlaceLink({ to, title }: { to: string; title: string }) {
  const { t } = useTranslation('adviser');
  return (
    <p>
      <Link className="text-link" to={to}>
        {t('quiz.see-place', { title })}
      </Link>
    </p>
  );
}
