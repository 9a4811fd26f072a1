import type { ReactNode } from 'react';
import { FieldError } from './field-error.tsx';

type Props = {
  id: string;
  legend: ReactNode;
  hint?: string | undefined;
  error?: string | undefined;
  className?: string;
  children: ReactNode;
};

/** Controls that are answered together, with one legend and one error. */
export function FieldSet({ id, legend, hint, error, className = '', children }: Props) {
  return (
    <fieldset
      className={`${className}${error ? ' form-error' : ''}`.trim() || undefined}
      aria-describedby={error && `${id}-error`}
    >
      <legend>{legend}</legend>
      {hint && (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={id} error={error} />}
      {children}
    </fieldset>
  );
}
