import { useTranslation } from 'react-i18next';
import { formatDay, formatWeekday } from '#app/words/format.ts';

/** "Mandag den 30. november 2026 · uge 49" */
export function TodayLine({ language, today, week }: { language: 'da' | 'en'; today: string; week: number }) {
  const { t } = useTranslation('monday');
  const weekday = formatWeekday(language, today);
  return (
    <p className="overline">
      {t('overline', {
        weekday: weekday[0]!.toUpperCase() + weekday.slice(1),
        day: formatDay(language, today),
        week,
      })}
    </p>
  );
}
