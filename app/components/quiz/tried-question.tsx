import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { Feedback } from '#curriculum/quiz/feedback-of.ts';
import type { QuestionView } from '#curriculum/quiz/question-view.ts';
import { ExplainedAnswer } from './explained-answer.tsx';
import { QuestionControls } from './kinds/question-controls.tsx';
import { VerdictMark } from './verdict-mark.tsx';

type Props = {
  /** The id of the first control; unique on the page. */
  id: string;
  view: QuestionView;
  /** What was sent last, as a form sends it. */
  given: readonly string[];
  /** Why it was no answer. */
  error?: string | undefined;
  /** How it was; `withoutKey` while another try is open. */
  feedback?: Feedback | undefined;
  /** Shown below the feedback on a wrong answer. */
  hint?: string | undefined;
  /** Where a lesson tells it. */
  place?: { to: string; title: string } | undefined;
  heading: ReactNode;
};

/**
 * A question that is judged at once, as in a lesson and in practice: its controls and, below them, how the answer was. The
 * caller gives the form around it with its buttons, reads it with `sentAnswer` and judges it with `checkAnswer`.
 */
export function TriedQuestion({ id, view, given, error, feedback, hint, place, heading }: Props) {
  return (
    <>
      <QuestionControls key={given.join(' ')} id={id} view={view} given={given} error={error} heading={heading} />
      {feedback && <VerdictBox feedback={feedback} hint={hint} place={place} />}
    </>
  );
}

/** How an answer was: a shape, a word, why, and where to read it. */
export function VerdictBox({
  feedback,
  hint,
  place,
}: Required<Pick<Props, 'hint' | 'place'>> & { feedback: Feedback }) {
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
            {t('quiz.hint')} <span lang="da">{hint}</span>
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
