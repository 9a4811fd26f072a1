import { useTranslation } from 'react-i18next';
import { Message } from '#app/components/base/message.tsx';
import type { GradingView } from '#app/use-cases/learning/practical/find-practical-work.server.ts';
import { formatInstant } from '#app/words/format.ts';

/** What a course leader decided about a practical, point by point. */
export function Decision({ grading, language }: { grading: GradingView; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  const tone = grading.decision === 'accepted' ? 'ok' : 'warning';
  return (
    <Message
      tone={tone}
      lead={t(`practical.decision.${grading.decision}`, {
        at: formatInstant(language, grading.at),
        by: grading.grader,
      })}
    >
      {grading.feedback && <blockquote>{grading.feedback}</blockquote>}
      <ul>
        {grading.criteria.map((criterion) => (
          <li key={criterion.id}>
            {criterion.is === 'met-or-not' ? (
              <>
                {criterion.title[language]}: {criterion.met ? t('practical.met') : t('practical.not-met')}
              </>
            ) : (
              <>
                {criterion.title[language]}: <b>{criterion.level[language]}</b>,{' '}
                {t('practical.points-of', { points: criterion.points, of: criterion.of })}
                <br />
                <span className="muted">{criterion.descriptor[language]}</span>
                {criterion.from && (
                  <>
                    <br />
                    {t('practical.must-reach', { level: criterion.from[language] })}
                  </>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {grading.total && (
        <p>
          {t('practical.total', { points: grading.total.points, of: grading.total.of })}
          {grading.total.needed !== null && ` ${t('practical.enough', { count: grading.total.needed })}`}
        </p>
      )}
    </Message>
  );
}
