import { useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field } from '#app/components/base/field.tsx';
import { FilterSelect } from '#app/components/base/filter-select.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { CarriedFields } from '#app/components/readiness/carried-fields.tsx';
import { agencyLink, type Carried } from '#app/platform/agency-link.ts';
import { formatNumber } from '#app/words/format.ts';

export type Tried = Record<'holds' | 'seats' | 'through' | 'renews' | 'people' | 'contact', string>;
type Props = {
  language: 'da' | 'en';
  carried: Carried;
  by: string;
  target: string;
  tried: Tried;
  /** Today's figures, named beside the first option. */
  now: { through: number; renews: number; people: number } | undefined;
  places: { serviceId: string; name: string }[];
  errors: { by?: string | undefined; target?: string | undefined };
};

const shares = ['0.5', '0.6', '0.7', '0.8', '0.9', '0.95'];
const people = ['20000', '25000', '30000', '40000'];

/** The question, and what may be tried beside it. It asks by GET, so that an answer has an address that can be sent on. */
export function WhatIfForm({ language, carried, by, target, tried, now, places, errors }: Props) {
  const { t } = useTranslation('forecast');
  const { state } = useNavigation();
  const percent = (share: number) => t('percent', { count: Math.round(share * 100) });
  const asNow = (value: string | undefined) => (value === undefined ? t('try.as-now') : t('try.as-now-is', { value }));
  return (
    <Form method="get" key={JSON.stringify([by, target, tried])}>
      <CarriedFields carried={carried} />
      <div className="what-if-fields">
        <DateField id="by" label={t('try.by')} defaultValue={by} error={errors.by} />
        <Field id="target" inputMode="numeric" label={t('try.target')} defaultValue={target} error={errors.target} />
        <FilterSelect
          id="holds"
          label={t('try.holds')}
          all={t('try.none')}
          options={['1', '2', '3', '4', '6'].map((each) => [each, each] as const)}
          chosen={tried.holds}
        />
        <FilterSelect
          id="seats"
          label={t('try.seats')}
          all="16"
          options={['8', '12', '20', '24'].map((each) => [each, each] as const)}
          chosen={tried.seats}
        />
        <FilterSelect
          id="through"
          label={t('try.through')}
          all={asNow(now && percent(now.through))}
          options={shares.map((each) => [each, percent(Number(each))] as const)}
          chosen={tried.through}
        />
        <FilterSelect
          id="renews"
          label={t('try.renews')}
          all={asNow(now && percent(now.renews))}
          options={shares.map((each) => [each, percent(Number(each))] as const)}
          chosen={tried.renews}
        />
        <FilterSelect
          id="people"
          label={t('try.people')}
          all={asNow(now && formatNumber(language, now.people))}
          options={people.map((each) => [each, formatNumber(language, Number(each))] as const)}
          chosen={tried.people}
        />
        <FilterSelect
          id="contact"
          label={t('try.contact')}
          all={t('try.nobody')}
          options={places.map(({ serviceId, name }) => [serviceId, name] as const)}
          chosen={tried.contact}
        />
      </div>
      <div className="actions">
        <button className="button button-primary" type="submit">
          {t('try.run')}
        </button>
        <Link className="text-link" to={agencyLink('/forecast', { asOf: carried.asOf, knownOn: carried.knownOn })}>
          {t('try.reset')}
        </Link>
      </div>
      <p role="status">{state === 'loading' && t('try.running')}</p>
    </Form>
  );
}
