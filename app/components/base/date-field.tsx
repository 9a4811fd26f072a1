import { useTranslation } from 'react-i18next';
import { FieldSet } from './field-set.tsx';

type Typed = { day: string; month: string; year: string };
const parts = [
  { part: 'day', size: 2 },
  { part: 'month', size: 2 },
  { part: 'year', size: 4 },
] as const;

type PartsProps = {
  /** The id of the first part; the others are made of it. */
  id: string;
  /** Stands before `day`, `month` and `year` in the names under which the parts are sent. */
  prefix: string;
  typed: Typed;
  describedBy?: string | undefined;
  wrong: boolean;
};

/** Day, month and year in three fields: the browser's own field speaks the browser's language, not the page's. */
export function DateParts({ id, prefix, typed, describedBy, wrong }: PartsProps) {
  const { t } = useTranslation('common');
  const idOf = (part: keyof Typed) => (part === 'day' ? id : `${id}-${part}`);
  return (
    <div className="date-fields">
      {parts.map(({ part, size }) => (
        <div key={part}>
          <label htmlFor={idOf(part)}>{t(`date.${part}`)}</label>
          <input
            className={`form-input ${size === 4 ? 'input-char-4' : 'input-char-2'}`}
            id={idOf(part)}
            name={`${prefix}${part}`}
            inputMode="numeric"
            // A whole date may be pasted into the first part.
            maxLength={part === 'day' ? 10 : size}
            defaultValue={typed[part]}
            autoComplete="off"
            aria-invalid={wrong || undefined}
            aria-describedby={describedBy}
          />
        </div>
      ))}
    </div>
  );
}

type Props = {
  id: string;
  name?: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  defaultValue?: string | undefined;
};

/** A day as a part of a form. The form reads it with `form.day(name)`. */
export function DateField({ id, name = id, label, hint, error, defaultValue = '' }: Props) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`form-group${error ? ' form-error' : ''}`}>
      <FieldSet id={id} legend={label} hint={hint} error={error} className="field">
        <DateParts
          id={id}
          prefix={`${name}.`}
          typed={partsOf(defaultValue)}
          describedBy={describedBy}
          wrong={error !== undefined}
        />
      </FieldSet>
    </div>
  );
}

/** The parts of `2026-11-24`, or of what somebody typed that is no day. */
function partsOf(text: string): Typed {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (isoYear) return { day: String(Number(isoDay)), month: String(Number(isoMonth)), year: isoYear };
  const [day = '', month = '', year = ''] = text.split('.');
  return { day, month, year };
}
