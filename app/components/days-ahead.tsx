import { useTranslation } from 'react-i18next';
import { formatDay } from '../words/format.ts';

type Props = { days: { heldOn: string; startsAt: string; place: string }[]; language: 'da' | 'en' };

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
          {days.map(({ heldOn, startsAt, place }) => (
            <li key={heldOn}>
              {t(place ? 'day.at-place' : 'day.at', {
                day: formatDay(language, heldOn),
                clock: language === 'da' ? startsAt.replace(':', '.') : startsAt,
                place,
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
