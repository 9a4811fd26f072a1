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

const Prefix = createContext('answer');
/** On a page with several questions, each gives its controls ids of its own. */
export const ControlIds = Prefix.Provider;

/** The ids of the controls by their place in the question: `answer`, `answer-2`, `answer-3` … */
export function useControlIds(): (at: number) => string {
  const prefix = useContext(Prefix);
  return (at) => (at === 0 ? prefix : `${prefix}-${at + 1}`);
}

/** What is wrong with an answer of several controls. */
export function GroupError({ error }: { error: string | undefined }) {
  const idOf = useControlIds();
  return error ? <FieldError id={idOf(0)} error={error} /> : null;
}
