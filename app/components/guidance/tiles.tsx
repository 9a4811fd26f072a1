import { FieldSet } from '#app/components/base/field-set.tsx';

type Props = {
  name: string;
  legend: string;
  options: readonly { value: string; label: string }[];
  chosen: string | undefined;
  error: string | undefined;
};

/** One choice out of a few, each a tile that a thumb can hit. */
export function Tiles({ name, legend, options, chosen, error }: Props) {
  return (
    <FieldSet id={name} legend={legend} error={error} className={error ? 'form-group' : ''}>
      <div className="tiles">
        {options.map(({ value, label }, at) => (
          <div key={value}>
            <input type="radio" name={name} id={`${name}-${at}`} value={value} defaultChecked={chosen === value} />
            <label htmlFor={`${name}-${at}`}>{label}</label>
          </div>
        ))}
      </div>
    </FieldSet>
  );
}
