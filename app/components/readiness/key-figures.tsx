import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';

type Props = {
  missing: number;
  /** How many municipalities are not counted in `missing`, because nobody knows. */
  unknown: number;
  close: number;
  open: number;
  linkTo: (narrowed: Record<string, string>) => string;
};

/** The three figures the agency asks for first, each with a link to its rows. */
export function KeyFigures({ missing, unknown, close, open, linkTo }: Props) {
  const { t } = useTranslation('agency');
  const figures = [
    ['missing', missing, { sort: 'staffing' }],
    ['close', close, { sort: 'lacks' }],
    ['open', open, { unknown: '1' }],
  ] as const;
  return (
    <ul className="key-figures">
      {figures.map(([key, count, rows]) => (
        <li key={key}>
          <b>{count}</b>
          <p>{t(`figure.${key}`, { count })}</p>
          {key === 'missing' && unknown > 0 && (
            <p className="muted small">{t('figure.missing-unknown', { count: unknown })}</p>
          )}
          <Link to={linkTo(rows)}>{t(`figure.${key}-link`)}</Link>
        </li>
      ))}
    </ul>
  );
}
