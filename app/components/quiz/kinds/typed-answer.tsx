import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/base/field.tsx';
import { useControlIds } from './kind.tsx';

type Props = {
  given: readonly string[];
  heading: ReactNode;
  hint: string;
  error: string | undefined;
  unit?: string | undefined;
  inputMode?: 'decimal';
};

/** One line to type an answer in, under the question. */
export function TypedAnswer({ given, heading, unit, ...input }: Props) {
  const { t } = useTranslation('adviser');
  const idOf = useControlIds();
  return (
    <>
      {heading}
      <Field
        id={idOf(0)}
        name="answer"
        prose
        className="input-width-l"
        autoComplete="off"
        label={unit ? t('question.answer-in', { unit }) : t('question.answer')}
        defaultValue={given[0] ?? ''}
        {...input}
      />
    </>
  );
}
