import { useTranslation } from 'react-i18next';
import { Decision } from '#app/components/practical/decision.tsx';
import { HandedIn } from '#app/components/practical/handed-in.tsx';
import { QuizResult } from '#app/components/quiz/quiz-result.tsx';
import type { AppealToDecide } from '#app/use-cases/appeals/see-appeal.server.ts';

/** What the adviser says, what they handed in, and the earlier assessments. */
export function AppealCase({ work, language }: { work: NonNullable<AppealToDecide['work']>; language: 'da' | 'en' }) {
  const { t } = useTranslation('leader');
  return (
    <>
      <blockquote lang="da">{work.words}</blockquote>
      {work.submission && (
        <>
          <h3 className="space-5">{t('appeal.work')}</h3>
          <HandedIn submission={work.submission} />
        </>
      )}
      {work.gradings.length > 0 && (
        <>
          <h3 className="space-5">{t('appeal.earlier')}</h3>
          {work.gradings.map((grading) => (
            <Decision key={grading.at} grading={grading} language={language} />
          ))}
        </>
      )}
      {work.result && (
        <>
          <h3 className="space-5">{t('appeal.result')}</h3>
          <p>{t('appeal.result-text', { right: work.result.right, of: work.result.of, needed: work.result.needed })}</p>
          <QuizResult result={work.result} language={language} />
        </>
      )}
    </>
  );
}
