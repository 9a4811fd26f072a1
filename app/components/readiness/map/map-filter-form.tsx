import { useTranslation } from 'react-i18next';
import { FilterSelect } from '#app/components/base/filter-select.tsx';
import { Form } from '#app/components/base/form.tsx';
import { CarriedFields } from '#app/components/readiness/carried-fields.tsx';
import type { Carried } from '#app/platform/agency-link.ts';

type Option = readonly [value: string, label: string];
type Props = { carried: Carried; regions: readonly Option[]; region: string; places: readonly Option[]; place: string };

/** Chooses a region of the map, and a municipality without the mouse. */
export function MapFilterForm({ carried, regions, region, places, place }: Props) {
  const { t } = useTranslation('views');
  return (
    <Form method="get" className="row only-screen space-5" key={`${region} ${place}`}>
      <CarriedFields carried={{ ...carried, region: undefined, place: undefined }} />
      <FilterSelect id="region" label={t('column.region')} all={t('map.country')} options={regions} chosen={region} />
      <FilterSelect id="place" label={t('map.place')} all={t('map.no-place')} options={places} chosen={place} />
      <button className="button button-secondary" type="submit">
        {t('show')}
      </button>
    </Form>
  );
}
