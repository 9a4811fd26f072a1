import { FieldSet } from '#app/components/base/field-set.tsx';

type Props = {
  legend: string;
  choices: readonly { value: string; label: string; text: string }[];
  chosen: string | undefined;
  error: string | undefined;
};

/** The decisions to choose from, each with what it leads to. */
export function DecisionChoice({ legend, choices, chosen, error }: Props) {
  return (
    <FieldSet id="decision" legend={legend} error={error} className="rubric">
      <div className="answers">
        {choices.map(({ value, label, text }) => (
          <div className="answers__option" key={value}>
            <input
              type="radio"
              name="decision"
              id={`decision-${value}`}
              value={value}
              defaultChecked={chosen === value}
            />
            <label htmlFor={`decision-${value}`}>
              <span>
                {label}
                <br />
                <span className="muted">{text}</span>
              </span>
            </label>
          </div>
        ))}
      </div>
    </FieldSet>
  );
}
