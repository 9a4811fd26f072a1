import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/base/field.tsx';
import { FilterSelect } from '#app/components/base/filter-select.tsx';
import { CarriedFields } from '#app/components/readiness/carried-fields.tsx';
import type { Carried } from '#app/platform/agency-link.ts';

type Option = readonly [value: string, label: string];
type Props = {
  carried: Carried;
  wanted: { find: string; region: string; wave: string; gate: string; age: string; short: boolean; sort: string };
  options: Record<'regions' | 'waves' | 'gates' | 'ages' | 'sorts', readonly Option[]>;
};

/** Chooses which municipalities the table shows and in which order, and puts that in the address. */
export function MatrixFilterForm({ carried, wanted, options }: Props) {
  const { t } = useTranslation('views');
  const { t: agency } = useTranslation('agency');
  const all = agency('readiness.all');
  return (
    <form method="get" action="#table" className="row only-screen" key={JSON.stringify(wanted)}>
      <CarriedFields carried={carried} />
      <Field id="find" prose={false} label={agency('readiness.find')} defaultValue={wanted.find} autoComplete="off" />
      <FilterSelect id="region" label={t('column.region')} all={all} options={options.regions} chosen={wanted.region} />
      {options.waves.length > 0 && (
        <FilterSelect id="wave" label={t('filter.wave')} all={all} options={options.waves} chosen={wanted.wave} />
      )}
      <FilterSelect id="gate" label={t('filter.gate')} all={all} options={options.gates} chosen={wanted.gate} />
      <FilterSelect id="age" label={t('filter.age')} all={all} options={options.ages} chosen={wanted.age} />
      <FilterSelect
        id="short"
        label={t('filter.short')}
        all={all}
        options={[['1', t('filter.short-only')]]}
        chosen={wanted.short ? '1' : ''}
      />
      <div className="form-group">
        <label className="form-label" htmlFor="sort">
          {t('filter.sort')}
        </label>
        <select className="form-select" id="sort" name="sort" defaultValue={wanted.sort}>
          {options.sorts.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <button className="button button-secondary" type="submit">
        {t('show')}
      </button>
    </form>
  );
}
