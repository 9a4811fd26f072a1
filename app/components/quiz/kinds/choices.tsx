import type { ReactNode } from 'react';
import { QuestionGroup, useControlIds } from './kind.tsx';

type Props = {
  type: 'radio' | 'checkbox';
  options: readonly { id: string; text: string }[];
  given: readonly string[];
  heading: ReactNode;
  hint: string;
  error: string | undefined;
  /** The language of the options, when it is not that of the page. */
  lang?: 'da' | 'en';
};

/** Options to choose from, under the question. */
export function Choices({ type, options, given, heading, hint, error, lang }: Props) {
  const idOf = useControlIds();
  return (
    <QuestionGroup heading={heading} hint={hint} error={error}>
      <div className="answers" lang={lang}>
        {options.map(({ id, text }, at) => (
          <div className="answers__option" key={id}>
            <input type={type} name="answer" id={idOf(at)} value={id} defaultChecked={given.includes(id)} />
            <label htmlFor={idOf(at)}>{text}</label>
          </div>
        ))}
      </div>
    </QuestionGroup>
  );
}

/** The texts of the chosen options. */
export const chosenTexts = (options: Props['options'], given: readonly string[]): string =>
  options
    .filter(({ id }) => given.includes(id))
    .map(({ text }) => text)
    .join(' · ');
