import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { Fill } from './class-fills.ts';

type Props = {
  classes: readonly { key: string; label: string; text: string; fill: Fill; count: number; to: string }[];
};

/** What the shades and patterns of the map mean, and how many municipalities have each. */
export function MapKey({ classes }: Props) {
  const { t } = useTranslation('agency');
  return (
    <ul className="map-key" aria-label={t('readiness.legend')}>
      {classes.map(({ key, label, text, fill, count, to }) => (
        <li key={key}>
          <Swatch fill={fill} />
          <b>{count}</b>
          <span>
            <Link to={to}>{label}</Link>
            <small className="small">{text}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

const shades = { dark: 'var(--petrol)', mid: 'var(--petrol-mid)', soft: 'var(--petrol-soft)' } as const;
const drawn: Partial<Record<Fill, { d: string; stroke: string; width: number; ground: string }>> = {
  dots: {
    d: 'M7 7h.1M17 7h.1M12 12h.1M7 17h.1M17 17h.1',
    stroke: 'var(--grey)',
    width: 2.4,
    ground: 'var(--paper-light)',
  },
  lines: { d: 'M1 6h22M1 12h22M1 18h22', stroke: 'var(--petrol)', width: 1.8, ground: 'var(--petrol-soft)' },
  grid: { d: 'M1 7h22M1 15h22M8 1v22M16 1v22', stroke: 'var(--ink)', width: 1.8, ground: 'var(--white)' },
};

export function Swatch({ fill }: { fill: Fill }) {
  const lines = drawn[fill];
  const ground = lines?.ground ?? (fill in shades ? shades[fill as keyof typeof shades] : 'url(#hatching)');
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" fill={ground} stroke="var(--grey)" />
      {lines && <path d={lines.d} stroke={lines.stroke} strokeWidth={lines.width} strokeLinecap="round" />}
    </svg>
  );
}
