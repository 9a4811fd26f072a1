import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import { questions } from '#app/use-cases/readiness/questions/answers.ts';

/** The questions that have a page of their own, asked of the same days. */
export function QuestionLinks() {
  const { t } = useTranslation('agency');
  const days = useDays();
  return (
    <nav className="space-7 only-screen" aria-labelledby="questions">
      <h2 id="questions" className="h3">
        {t('question.title')}
      </h2>
      <ul className="plain-list">
        {questions.map((question) => (
          <li key={question}>
            <Link to={agencyLink(`/readiness/questions/${question}`, days)}>{t(`question.${question}.short`)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
