import { useRouteLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateField, DateParts } from '#app/components/base/date-field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink, carriedIn } from '#app/platform/agency-link.ts';
import type { AsOf } from '#app/platform/as-of.server.ts';
import { formatDay } from '#app/words/format.ts';
import { CarriedFields } from './carried-fields.tsx';

type Props = {
  day: AsOf;
  /** A forecast as of an earlier day rests on what was known then in any case. */
  asksKnown?: boolean;
};

const parts = ['day', 'month', 'year'].flatMap((part) => [part, `knownOn.${part}`]);
const withoutDays = Object.fromEntries(['asOf', 'knownOn', ...parts].map((name) => [name, undefined]));

/**
 * Chooses the day a page shows, in three fields that anybody can type, and for the past also the day as of which it was
 * known. The filters of the page stay.
 */
export function DateControl({ day, asksKnown = true }: Props) {
  const { t, i18n } = useTranslation('agency');
  const language = i18n.language === 'en' ? 'en' : 'da';
  const [search] = useSearchParams();
  const { knownOn } = day;
  const rolloutDay = useRouteLoaderData<{ rolloutDay?: string }>('root')?.rolloutDay;
  const kept = { ...carriedIn(search), ...withoutDays };
  const on = (asOf: string) => agencyLink('', { ...kept, asOf, knownOn });
  const shortcuts = [
    { asOf: day.monthAgo, to: on(day.monthAgo), text: t('date.month-ago') },
    { asOf: day.today, to: agencyLink('', { ...kept, knownOn }), text: t('date.today') },
    { asOf: day.threeMonthsAhead, to: on(day.threeMonthsAhead), text: t('date.three-months-ahead') },
    ...(rolloutDay
      ? [{ asOf: rolloutDay, to: on(rolloutDay), text: t('date.rollout', { day: formatDay(language, rolloutDay) }) }]
      : []),
  ];
  const asks = asksKnown && (day.asOf < day.today || day.known.typed !== '');
  return (
    <>
      <Form className="as-of" method="get" key={JSON.stringify([day.asOf, day.typed, day.known])}>
        <CarriedFields carried={kept} />
        <FieldSet
          id="date"
          legend={t('date.legend')}
          error={day.wrong ? t('date.not-a-day') : undefined}
          className="field"
        >
          <DateParts
            id="day"
            prefix=""
            typed={day.typed}
            describedBy={day.wrong ? 'date-error' : undefined}
            wrong={day.wrong}
          />
        </FieldSet>
        {asks && (
          <details className="disclosure" open={day.known.typed !== ''}>
            <summary>{t('date.known')}</summary>
            <DateField
              id="knownOn"
              label={t('date.known-label')}
              hint={t('date.known-hint')}
              error={day.known.wrong && t(`date.known-${day.known.wrong}`)}
              defaultValue={day.known.typed}
            />
          </details>
        )}
        <button className="button button-secondary" type="submit">
          {t('date.show')}
        </button>
        <ul aria-label={t('date.shortcuts')}>
          {shortcuts.map(({ asOf, to, text }) => (
            <li key={text}>
              <Link to={to} aria-current={!day.wrong && day.asOf === asOf ? 'true' : undefined}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </Form>
      {asks && knownOn && (
        <p className="space-5">
          <b>{t('date.as-known', { day: formatDay(language, knownOn) })}</b>{' '}
          <Link className="text-link" to={agencyLink('', { ...carriedIn(search), knownOn: undefined })}>
            {t('date.known-now')}
          </Link>
        </p>
      )}
    </>
  );
}
