import { useTranslation } from 'react-i18next';
import { type Part, parts } from '#app/use-cases/readiness/monday/part-of.ts';

type Props = { counts: Record<Part, number>; marginDays: number };

/** A square for each municipality, in the parts of the country, with a key that says the same in numbers. */
export function MunicipalitySquares({ counts, marginDays }: Props) {
  const { t } = useTranslation('monday');
  const squares = parts.flatMap((part) => Array.from({ length: counts[part] }, (_, at) => ({ part, at })));
  return (
    <figure className="figure" aria-label={t('squares-title')}>
      <div className="squares__row" aria-hidden="true">
        {squares.map(({ part, at }) => (
          <i key={`${part}${at}`} className={`square square--${part}`} />
        ))}
      </div>
      <ul className="squares__key">
        {parts
          .filter((part) => counts[part] > 0)
          .map((part) => (
            <li key={part}>
              <i className={`square square--${part}`} aria-hidden="true" />
              {t(`part.${part}`)} <b>{counts[part]}</b>
            </li>
          ))}
      </ul>
      <figcaption>
        {t('squares', { margin: marginDays })}{' '}
        <a className="only-screen" href="#how">
          {t('how.link')}
        </a>
      </figcaption>
    </figure>
  );
}
