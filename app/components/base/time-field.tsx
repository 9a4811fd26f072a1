import { Field } from './field.tsx';

type Props = {
  id: string;
  name?: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  defaultValue?: string | undefined;
};

/**
 * A time of day, such as 13.30, or 1330 where the keyboard has digits alone. The browser's own field speaks the browser's language, not the page's. The form reads it
 * with `form.clock(name)`.
 */
export function TimeField({ defaultValue = '', ...props }: Props) {
  return (
    <Field
      {...props}
      inputMode="numeric"
      className="input-width-xs"
      maxLength={5}
      autoComplete="off"
      defaultValue={defaultValue}
    />
  );
}
