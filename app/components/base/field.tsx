import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react';

type Around = { id: string; label: string; hint?: string | undefined; error?: string | undefined; errorWord: string };

/** A label, a hint and an error tied to one control. */
function Around({ id, label, hint, error, errorWord, children }: Around & { children: ReactNode }) {
  return (
    <div className={`form-group${error ? ' form-error' : ''}`}>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="form-error-message" id={`${id}-error`}>
          <span className="sr-only">{errorWord} </span>
          {error}
        </span>
      )}
      {children}
    </div>
  );
}

const tied = ({ id, hint, error }: Pick<Around, 'id' | 'hint' | 'error'>) => ({
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
});

type InputProps = Around & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>;

export function Field({ id, label, hint, error, errorWord, className = '', ...input }: InputProps) {
  return (
    <Around id={id} label={label} hint={hint} error={error} errorWord={errorWord}>
      <input className={`form-input ${className}`} id={id} name={id} {...tied({ id, hint, error })} {...input} />
    </Around>
  );
}

type AreaProps = Around & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'>;

export function TextArea({ id, label, hint, error, errorWord, className = '', ...area }: AreaProps) {
  return (
    <Around id={id} label={label} hint={hint} error={error} errorWord={errorWord}>
      <textarea
        className={`form-input ${className}`}
        id={id}
        name={id}
        rows={8}
        {...tied({ id, hint, error })}
        {...area}
      />
    </Around>
  );
}

type SelectProps = Around & {
  options: readonly { value: string; label: string }[];
  name?: string;
  defaultValue?: string;
};

export function Select({ id, label, hint, error, errorWord, options, name = id, defaultValue }: SelectProps) {
  return (
    <Around id={id} label={label} hint={hint} error={error} errorWord={errorWord}>
      <select
        className="form-select input-width-l"
        id={id}
        name={name}
        defaultValue={defaultValue}
        {...tied({ id, hint, error })}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Around>
  );
}
