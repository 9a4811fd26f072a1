import type { InputHTMLAttributes, ReactNode, RefObject, TextareaHTMLAttributes } from 'react';
import { proseMark } from '#app/platform/written.ts';
import { FieldError } from './field-error.tsx';

type Around = { id: string; label: string; hint?: string | undefined; error?: string | undefined };

/** A label, a hint and an error tied to one control. */
function Around({ id, label, hint, error, children }: Around & { children: ReactNode }) {
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
      {error && <FieldError id={id} error={error} />}
      {children}
    </div>
  );
}

const tied = ({ id, hint, error }: Pick<Around, 'id' | 'hint' | 'error'>) => ({
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
});

/**
 * Marks a field of the same form as somebody's prose: if the form cannot be saved, the page gives back what they wrote.
 * The form says so itself, so that it also holds without JavaScript and when the session has ended.
 */
export const Prose = ({ name }: { name: string }) => <input type="hidden" name={proseMark} value={name} />;

/** A field for free text says whether it holds somebody's prose; a whole number never does. A day has a `DateField`, a time a `TimeField`. */
type Content =
  | { type?: never; inputMode: 'numeric'; prose?: never }
  | { type?: 'email'; inputMode?: 'decimal' | undefined; prose: boolean };
type InputProps = Around & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type' | 'inputMode'> & Content;

export function Field({ id, label, hint, error, className = '', prose, name = id, ...input }: InputProps) {
  return (
    <Around id={id} label={label} hint={hint} error={error}>
      {prose && <Prose name={name} />}
      <input className={`form-input ${className}`} id={id} name={name} {...tied({ id, hint, error })} {...input} />
    </Around>
  );
}

type FileInputProps = Around & { accept?: string; multiple?: boolean; input?: RefObject<HTMLInputElement> };

/** Chooses files from the device. */
export function FileInput({ id, label, hint, error, accept, multiple, input }: FileInputProps) {
  return (
    <Around id={id} label={label} hint={hint} error={error}>
      <input
        ref={input}
        className="file-input"
        type="file"
        id={id}
        name={id}
        accept={accept}
        multiple={multiple}
        {...tied({ id, hint, error })}
      />
    </Around>
  );
}

type AreaProps = Around & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'>;

/** A field of several lines; what is in it is always somebody's prose. */
export function TextArea({ id, label, hint, error, className = '', name = id, ...area }: AreaProps) {
  return (
    <Around id={id} label={label} hint={hint} error={error}>
      <Prose name={name} />
      <textarea
        className={`form-input ${className}`}
        id={id}
        name={name}
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

export function Select({ id, label, hint, error, options, name = id, defaultValue }: SelectProps) {
  return (
    <Around id={id} label={label} hint={hint} error={error}>
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
