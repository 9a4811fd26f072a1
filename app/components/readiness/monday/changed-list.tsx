import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { CountryMonday } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  since: string;
  readyToday: number;
  changes: CountryMonday['changes'];
  gates: Record<string, string>;
};

const icons = { up: 'up', down: 'down', aside: 'swap' } as const;
const values = ['opfyldt', 'ikke-opfyldt', 'ukendt'] as const;
const shown = 6;

/** The municipalities whose answer differs from last Monday's, and what made the difference. */
export function ChangedList({ language, since, readyToday, changes, gates }: Props) {
  const { t } = useTranslation('monday');
  const { rows, totals } = changes;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed" className="h3">
        {t('changed.title', { day: formatDay(language, since) })}
      </h2>
      {rows.length === 0 && <p>{t('changed.none')}</p>}
      <ul className="changes">
        {rows.slice(0, shown).map(({ code, name, to, direction, gates: moved }) => (
          <li key={code}>
            <Icon name={icons[direction]} />
            <p>
              <Link to={agencyLink(`/municipalities/${code}`, {})}>{name}</Link>{' '}
              {t('changed.now', { verdict: t(`verdict.${to}`) })}{' '}
              <span className="muted">
                {values
                  .map((value) => ({ value, keys: moved.filter((gate) => gate.to === value).map(({ key }) => key) }))
                  .filter(({ keys }) => keys.length > 0)
                  .map(({ value, keys }) =>
                    t('changed.gates', {
                      value: t(`gate.${value}`),
                      gates: keys.map((key) => gates[key]).join(', '),
                    }),
                  )
                  .join(' ')}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <p className="muted small">
        {t('changed.sum', { ...totals, today: readyToday })}{' '}
        <Link to={agencyLink('/readiness/questions/compare', { since })}>{t('changed.compare')}</Link>
      </p>
    </section>
  );
}
