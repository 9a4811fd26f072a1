import { Select } from '#app/components/base/field.tsx';

/** Where something may be recorded: the viewer's library services, and the whole country for those who see it. */
export type Places = { services: readonly { id: string; name: string }[]; country: boolean };
type Props = {
  id: string;
  label: string;
  error: string | undefined;
  defaultValue: string;
  places: Places;
  /** The word for the whole country. */
  country: string;
};

/** Chooses the place; whoever has only one is not asked. */
export function PlaceField({ places, country, ...field }: Props) {
  const [only, ...others] = places.services;
  if (only && others.length === 0 && !places.country) return <input type="hidden" name={field.id} value={only.id} />;
  return (
    <Select
      {...field}
      options={[
        ...(places.country ? [{ value: '', label: country }] : []),
        ...places.services.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
