import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink, carriedIn } from '#app/platform/agency-link.ts';
import type { ChangeRow } from '#app/use-cases/readiness/questions/answers.ts';
import { formatDay } from '#app/words/format.ts';
import { CarriedFields } from './carried-fields.tsx';

type Props = {
  language: 'da' | 'en';
  asOf: string;
  weekBefore: string;
  monthBefore: string;
  /** The day to compare with, as it was typed; empty when none was given. */
  since: string;
  /** Undefined when no valid earlier day was given. */
  changes: ChangeRow[] | undefined;
  /** How many municipalities were compared. */
  of: number;
  gates: Record<string, string>;
};

const icons = { up: 'up', down: 'down', aside: 'swap' } as const;
const shown = 8;

/** The municipalities whose verdict differs from an earlier day, and which gate changed. */
export function ChangedSince({ language, asOf, weekBefore, monthBefore, since, changes, of, gates }: Props) {
  const { t } = useTranslation('agency');
  const days = useDays();
  const [search] = useSearchParams();
  const kept = { ...carriedIn(search), since: undefined };
  const from = (day: string) => agencyLink('', { ...kept, since: day }, 'changed');
  const wrong = since !== '' && !changes;
  const count = (direction: ChangeRow['direction']) =>
    changes?.filter((change) => change.direction === direction).length ?? 0;
  return (
    <section className="space-7" aria-labelledby="changed">
      <h2 id="changed" className="h3">
        {changes ? t('changed.since', { day: formatDay(language, since) }) : t('changed.title')}
      </h2>
      {changes && <p>{t('changed.sum', { count: changes.length, same: of - changes.length })}</p>}
      {changes && changes.length > 0 && (
        <>
          <p>{t('changed.ways', { up: count('up'), down: count('down'), aside: count('aside') })}</p>
          <Changes gates={gates} changes={changes.slice(0, shown)} />
          <p className="only-screen">
            <a className="text-link" href={agencyLink('/readiness/questions/compare/table.csv', { ...days, since })}>
              {t('changed.csv')}
            </a>
          </p>
          {changes.length > shown && (
            <details className="disclosure">
              <summary>{t('changed.more', { count: changes.length - shown })}</summary>
              <Changes gates={gates} changes={changes.slice(shown)} />
            </details>
          )}
        </>
      )}
      <Form className="row space-5 only-screen" method="get" action="#changed" key={since} noValidate>
        <CarriedFields carried={kept} />
        <DateField
          id="since"
          label={t('changed.label')}
          error={wrong ? t('changed.not-before', { day: formatDay(language, asOf) }) : undefined}
          defaultValue={since}
        />
        <button className="button button-secondary" type="submit">
          {t('changed.show')}
        </button>
      </Form>
      <p className="row only-screen">
        <Link className="text-link" to={from(weekBefore)} preventScrollReset>
          {t('changed.week')}
        </Link>
        <Link className="text-link" to={from(monthBefore)} preventScrollReset>
          {t('changed.month')}
        </Link>
      </p>
    </section>
  );
}

function Changes({ changes, gates }: Pick<Props, 'gates'> & { changes: ChangeRow[] }) {
  const { t } = useTranslation('agency');
  const days = useDays();
  const said = (word: string) => word.toLowerCase();
  return (
    <ul className="changes">
      {changes.map(({ code, name, from, to, direction, gates: moved }) => (
        <li key={code}>
          <Icon name={icons[direction]} />
          <p>
            <Link to={agencyLink(`/municipalities/${code}`, days)}>{name}</Link>{' '}
            {t('changed.verdict', { from: said(t(`verdict.${from}`)), to: said(t(`verdict.${to}`)) })}{' '}
            <span className="muted">
              {(['opfyldt', 'ikke-opfyldt', 'ukendt', 'ikke-relevant'] as const)
                .map((value) => ({ value, keys: moved.filter((gate) => gate.to === value).map(({ key }) => key) }))
                .filter(({ keys }) => keys.length > 0)
                .map(({ value, keys }) =>
                  t('changed.now', {
                    value: said(t(`gate.${value}`)),
                    gates:
                      keys.length === Object.keys(gates).length
                        ? t('readiness.all-gates')
                        : keys.map((key) => gates[key]).join(', '),
                  }),
                )
                .join(' ')}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
