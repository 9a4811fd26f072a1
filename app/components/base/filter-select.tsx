type Props = {
  id: string;
  label: string;
  /** The word for no choice. */
  all: string;
  options: readonly (readonly [value: string, label: string])[];
  chosen: string;
};

/** One filter of a list: everything, or one of the options. */
export function FilterSelect({ id, label, all, options, chosen }: Props) {
  return (
    <div className="form-group">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <select className="form-select" id={id} name={id} defaultValue={chosen}>
        <option value="">{all}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
