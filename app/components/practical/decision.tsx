import { useTranslation } from 'react-i18next';
import { Message } from '#app/components/base/message.tsx';
import type { GradingView } from '#app/use-cases/learning/practical/find-practical-work.server.ts';
import { formatInstant } from '#app/words/format.ts';

/** What a course leader decided about a practical, point by point. */
export function Decision({
  grading,
  rubric,
  language,
}: {
  grading: GradingView;
  rubric: readonly { id: string; title: { da: string; en: string } }[];
  language: 'da' | 'en';
}) {
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
        {rubric.map(({ id, title }) => (
          <li key={id}>
            {title[language]}: {grading.met[id] ? t('practical.met') : t('practical.not-met')}
          </li>
        ))}
      </ul>
    </Message>
  );
}
