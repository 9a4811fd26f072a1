import { useTranslation } from 'react-i18next';
import type { DayAhead } from '#app/use-cases/learning/dates-ahead-of.ts';
import { formatSession } from '#app/words/format.ts';

type Props = { days: DayAhead[]; language: 'da' | 'en' };

/** "1. december 2026 kl. 13.30, Vejle". */
export const dayText = (language: 'da' | 'en', { heldOn, startsAt, place }: DayAhead): string =>
  formatSession(language, { onDay: heldOn, startsAt, place });

/** When and where the hold meets, so that the adviser can be there. */
export function DaysAhead({ days, language }: Props) {
  const { t } = useTranslation('adviser');
  return (
    <section aria-labelledby="when">
      <h2 className="h3" id="when">
        {t('day.when')}
      </h2>
      {days.length === 0 ? (
        <p>{t('day.none')}</p>
      ) : (
        <ul>
          {days.map((day) => (
            <li key={day.heldOn}>{dayText(language, day)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
