import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { questions } from '#app/use-cases/readiness/questions/answers.ts';

/** The questions that have a page of their own, asked of the same day. */
export function QuestionLinks({ asOf }: { asOf: string }) {
  const { t } = useTranslation('agency');
  return (
    <nav className="space-7" aria-labelledby="questions">
      <h2 id="questions" className="h3">
        {t('question.title')}
      </h2>
      <ul className="plain-list">
        {questions.map((question) => (
          <li key={question}>
            <Link to={agencyLink(`/readiness/questions/${question}`, { asOf })}>{t(`question.${question}.short`)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
