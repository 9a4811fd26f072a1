import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field } from '#app/components/base/field.tsx';
import { FilterSelect } from '#app/components/base/filter-select.tsx';
import { RegionSelect } from '#app/components/base/region-select.tsx';
import type { PeriodField, RegisterFilter } from '#app/use-cases/certificates/register/parse-register-filter.ts';
import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';

type Words = { da: string; en: string };
type Props = {
  language: 'da' | 'en';
  filter: RegisterFilter;
  /** What was typed in a date field but is not a valid day. */
  notDays: Partial<Record<PeriodField, string>>;
  statuses: readonly CertificateStatus[];
  periods: readonly PeriodField[];
  courses: { slug: string; title: Words }[];
  editions: string[];
  municipalities: { code: string; name: string }[];
  regions: readonly string[];
};

/** The filters of the register as one form that puts them in the address. */
export function RegisterFilterForm(props: Props) {
  const { language, filter, notDays, statuses, periods, courses, editions, municipalities, regions } = props;
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  const choices = [
    [
      'status',
      [
        ['in-force', t('certificates.in-force')] as const,
        ...statuses.map((each) => [each, common(`certificate.${each}`)] as const),
      ],
    ],
    ['counts', (['yes', 'no'] as const).map((each) => [each, t(`certificates.counts.${each}`)] as const)],
    ['course', courses.map(({ slug, title }) => [slug, title[language]] as const)],
    ['edition', editions.map((each) => [each, each] as const)],
    ['municipality', municipalities.map(({ code, name }) => [code, name] as const)],
  ] as const;
  return (
    <form
      method="get"
      action="#table"
      className="row row--filters space-5 only-screen"
      key={JSON.stringify([filter, notDays])}
    >
      <input type="hidden" name="sort" value={filter.sort} />
      {filter.reversed && <input type="hidden" name="order" value="reversed" />}
      <Field id="find" prose={false} label={t('certificates.find')} defaultValue={filter.find} autoComplete="off" />
      {choices.map(([name, options]) => (
        <FilterSelect
          key={name}
          id={name}
          label={t(`certificates.filter.${name}`)}
          all={t('readiness.all')}
          options={options}
          chosen={filter[name]}
        />
      ))}
      <RegionSelect regions={regions} chosen={filter.region} />
      {periods.map((name) => (
        <DateField
          key={name}
          id={name}
          label={t(`certificates.filter.${name}`)}
          error={notDays[name] === undefined ? undefined : t('certificates.not-a-day')}
          defaultValue={notDays[name] ?? filter[name]}
        />
      ))}
      <button className="button button-secondary" type="submit">
        {t('certificates.search')}
      </button>
    </form>
  );
}
