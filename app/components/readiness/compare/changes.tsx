import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import type { ChangeRow } from '#app/use-cases/readiness/questions/answers.ts';

type Props = { changes: readonly ChangeRow[]; gates: Record<string, string>; linkTo(code: string): string };

const icons = { up: 'up', down: 'down', aside: 'swap' } as const;

/** The municipalities whose verdict differs between two days, and which gates changed. */
export function Changes({ changes, gates, linkTo }: Props) {
  const { t } = useTranslation('agency');
  const said = (word: string) => word.toLowerCase();
  const named = (keys: readonly string[]) =>
    keys.length === Object.keys(gates).length ? t('readiness.all-gates') : keys.map((key) => gates[key]).join(', ');
  return (
    <ul className="changes">
      {changes.map(({ code, name, from, to, direction, gates: moved }) => (
        <li key={code}>
          <Icon name={icons[direction]} />
          <p>
            <Link to={linkTo(code)}>{name}</Link>{' '}
            {t('changed.verdict', { from: said(t(`verdict.${from}`)), to: said(t(`verdict.${to}`)) })}{' '}
            <span className="muted">
              {(['opfyldt', 'ikke-opfyldt', 'ukendt', 'ikke-relevant'] as const)
                .map((value) => ({ value, keys: moved.filter((gate) => gate.to === value).map(({ key }) => key) }))
                .filter(({ keys }) => keys.length > 0)
                .map(({ value, keys }) => t('changed.now', { value: said(t(`gate.${value}`)), gates: named(keys) }))
                .join(' ')}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
