import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateParts } from '#app/components/base/date-field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink, carriedIn } from '#app/platform/agency-link.ts';
import { CarriedFields } from './carried-fields.tsx';

type Props = {
  day: {
    ok: boolean;
    asOf: string;
    today: string;
    monthAgo: string;
    threeMonthsAhead: string;
    typed: { day: string; month: string; year: string };
  };
};

const withoutDay = { asOf: undefined, day: undefined, month: undefined, year: undefined };

/** Chooses the day a page shows, in three fields that anybody can type. The filters of the page stay. */
export function DateControl({ day }: Props) {
  const { t } = useTranslation('agency');
  const [search] = useSearchParams();
  const kept = { ...carriedIn(search), ...withoutDay };
  const on = (asOf: string) => agencyLink('', { ...kept, asOf });
  const shortcuts = [
    { asOf: day.monthAgo, to: on(day.monthAgo), text: t('date.month-ago') },
    { asOf: day.today, to: agencyLink('', kept), text: t('date.today') },
    { asOf: day.threeMonthsAhead, to: on(day.threeMonthsAhead), text: t('date.three-months-ahead') },
  ];
  return (
    <Form className="as-of" method="get" key={JSON.stringify([day.asOf, day.typed])}>
      <CarriedFields carried={kept} />
      <FieldSet id="date" legend={t('date.legend')} error={day.ok ? undefined : t('date.not-a-day')} className="field">
        <DateParts
          id="day"
          prefix=""
          typed={day.typed}
          describedBy={day.ok ? undefined : 'date-error'}
          wrong={!day.ok}
        />
      </FieldSet>
      <button className="button button-secondary" type="submit">
        {t('date.show')}
      </button>
      <ul aria-label={t('date.shortcuts')}>
        {shortcuts.map(({ asOf, to, text }) => (
          <li key={text}>
            <Link to={to} aria-current={day.ok && day.asOf === asOf ? 'true' : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </Form>
  );
}
