import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { FieldError } from '#app/components/base/field-error.tsx';
import type { Kind } from '#curriculum/quiz/kinds/kinds.ts';
import type { QuestionViewOf } from '#curriculum/quiz/question-view.ts';

/**
 * Everything a page knows about one kind of question. An answer travels as the values of all controls called `answer`
 * (`answer-1`, `answer-2` … for groups of radios), in the order of the page; the rules of the kind (curriculum/quiz/kinds) read them.
 */
export type QuestionForm<K extends Kind> = {
  /** The question with its controls; the first control has the id that an error leads to. */
  Control(props: ControlProps<K>): ReactElement;
  /** What was answered, in words, as the list before handing in shows it. */
  Given(props: Pick<ControlProps<K>, 'view' | 'given'>): ReactNode;
};

export type ControlProps<K extends Kind> = {
  view: QuestionViewOf<K>;
  /** The saved answer, as the form sends it; empty when there is none. */
  given: readonly string[];
  heading: ReactNode;
  error: string | undefined;
};

type GroupProps = Pick<ControlProps<Kind>, 'heading' | 'error'> & { hint: string; children: ReactNode };

const Prefix = createContext('answer');
/** On a page with several questions, each gives its controls ids of its own. */
export const ControlIds = Prefix.Provider;

/** The ids of the controls by their place in the question: `answer`, `answer-2`, `answer-3` … */
export function useControlIds(): (at: number) => string {
  const prefix = useContext(Prefix);
  return (at) => (at === 0 ? prefix : `${prefix}-${at + 1}`);
}

/** The controls of a question under its heading; what is wrong with the answer is read out with the group. */
export function QuestionGroup({ heading, hint, error, children }: GroupProps) {
  const id = useControlIds()(0);
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{heading}</legend>
      <p className="muted">{hint}</p>
      {error && <FieldError id={id} error={error} />}
      {children}
    </fieldset>
  );
}
