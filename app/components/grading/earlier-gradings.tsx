import { useTranslation } from 'react-i18next';
import type { SubmissionToGrade } from '#app/use-cases/grading/see-submission.server.ts';
import { formatInstant } from '#app/words/format.ts';

type Props = { earlier: SubmissionToGrade['earlier']; language: 'da' | 'en' };

/** What was decided about earlier attempts at the same practical. */
export function EarlierGradings({ earlier, language }: Props) {
  const { t } = useTranslation('leader');
  if (earlier.length === 0) return null;
  return (
    <details className="disclosure space-5">
      <summary>{t('grade.earlier', { count: earlier.length })}</summary>
      {earlier.map(({ at, decision, grader, feedback }) => (
        <div key={at}>
          <p>
            <b>{t(`grade.decided.${decision}`, { at: formatInstant(language, at), by: grader })}</b>
          </p>
          <p>{feedback}</p>
        </div>
      ))}
    </details>
  );
}
