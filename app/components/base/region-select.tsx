import { useTranslation } from 'react-i18next';
import { FilterSelect } from './filter-select.tsx';

type Props = { regions: readonly string[]; chosen: string };

/** Narrows a list to one region, of those there are on the day shown. */
export function RegionSelect({ regions, chosen }: Props) {
  const { t } = useTranslation('common');
  return (
    <FilterSelect
      id="region"
      label={t('region.label')}
      all={t('region.all')}
      options={regions.map((region) => [region, region] as const)}
      chosen={chosen}
    />
  );
}
