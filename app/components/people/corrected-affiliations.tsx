import { useTranslation } from 'react-i18next';
import type { WorkView } from '#app/use-cases/people/see-work.server.ts';

type Props = { corrections: WorkView['corrections']; day: (text: string) => string };

/** What was once said about where a person works and was wrong, with who put it right and when. */
export function CorrectedAffiliations({ corrections, day }: Props) {
  const { t } = useTranslation('agency');
  if (corrections.length === 0) return null;
  return (
    <section className="space-7" aria-labelledby="corrections">
      <h2 id="corrections">{t('work.was')}</h2>
      <ul>
        {corrections.map(({ id, kind, number, library, from, lastDay, by, on }) => (
          <li key={id}>
            <s>
              {lastDay
                ? t('work.period', { library, number, from: day(from), lastDay: day(lastDay) })
                : t('work.since', { library, number, from: day(from) })}
            </s>
            {'. '}
            <b>{t(`work.${kind}`, { by: by ?? t('work.command-line'), on: day(on) })}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
