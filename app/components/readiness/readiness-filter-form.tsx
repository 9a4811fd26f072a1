import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/base/field.tsx';
import { FilterSelect } from '#app/components/base/filter-select.tsx';
import type { Carried } from '#app/platform/agency-link.ts';
import type { Axis, MapClass, Verdict } from '#curriculum/readiness/readiness-of.ts';
import { CarriedFields } from './carried-fields.tsx';

type Props = {
  carried: Carried;
  wanted: Record<'find' | 'verdict' | 'mapClass' | 'people' | 'papers' | 'sort', string> &
    Record<'pilots' | 'unknownPaper' | 'reversed', boolean>;
  verdicts: readonly Verdict[];
  classes: readonly MapClass[];
  axes: readonly Axis[];
};

/** Chooses which municipalities the table shows, and puts that in the address. */
export function ReadinessFilterForm({ carried, wanted, verdicts, classes, axes }: Props) {
  const { t } = useTranslation('agency');
  const all = t('readiness.all');
  return (
    <form method="get" action="#table" className="row only-screen" key={JSON.stringify(wanted)}>
      <CarriedFields
        carried={{
          ...carried,
          sort: wanted.sort,
          order: wanted.reversed ? 'reversed' : undefined,
          unknown: wanted.unknownPaper ? '1' : undefined,
        }}
      />
      <Field id="find" prose={false} label={t('readiness.find')} defaultValue={wanted.find} autoComplete="off" />
      <FilterSelect
        id="verdict"
        label={t('readiness.verdict')}
        all={all}
        options={verdicts.map((each) => [each, t(`verdict.${each}`)] as const)}
        chosen={wanted.verdict}
      />
      {(['people', 'papers'] as const).map((axis) => (
        <FilterSelect
          key={axis}
          id={axis}
          label={t(`axes.${axis}`)}
          all={all}
          options={axes.map((each) => [each, t(`${axis}.${each}`)] as const)}
          chosen={wanted[axis]}
        />
      ))}
      <FilterSelect
        id="class"
        label={t('column.class')}
        all={all}
        options={classes.map((each) => [each, t(`class.${each}`)] as const)}
        chosen={wanted.mapClass}
      />
      <FilterSelect
        id="pilots"
        label={t('readiness.pilots')}
        all={all}
        options={[['1', t('readiness.pilots-only')]]}
        chosen={wanted.pilots ? '1' : ''}
      />
      <button className="button button-secondary" type="submit">
        {t('readiness.show')}
      </button>
    </form>
  );
}
