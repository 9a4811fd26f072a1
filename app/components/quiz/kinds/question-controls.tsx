import type { ReactNode } from 'react';
import type { Kind } from '#curriculum/quiz/kinds/kinds.ts';
import type { QuestionView } from '#curriculum/quiz/question-view.ts';
import { categorise } from './categorise.tsx';
import { cloze } from './cloze.tsx';
import { ControlIds, type QuestionForm } from './kind.tsx';
import { matching } from './matching.tsx';
import { multiple } from './multiple.tsx';
import { numeric } from './numeric.tsx';
import { ordering } from './ordering.tsx';
import { scale } from './scale.tsx';
import { shortText } from './short-text.tsx';
import { single } from './single.tsx';
import { trueFalse } from './true-false.tsx';

const forms: { [K in Kind]: QuestionForm<K> } = {
  single,
  multiple,
  'true-false': trueFalse,
  numeric,
  'short-text': shortText,
  ordering,
  matching,
  categorise,
  cloze,
  scale,
};

// TypeScript cannot see that the form found by a view's kind takes that view. Only this line says so.
const formOf = ({ kind }: QuestionView) => forms[kind] as unknown as QuestionForm<Kind>;

type Props = { view: QuestionView; given: readonly string[] };

/** A question with the controls of its kind; `id` is the id of the first one. */
export function QuestionControls({
  id = 'answer',
  ...props
}: Props & { heading: ReactNode; error: string | undefined; id?: string }) {
  const { Control } = formOf(props.view);
  return (
    <ControlIds value={id}>
      <Control {...props} />
    </ControlIds>
  );
}

/** What was answered, in words. */
export function GivenAnswer(props: Props) {
  const { Given } = formOf(props.view);
  return <Given {...props} />;
}
