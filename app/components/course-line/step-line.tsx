import { useTranslation } from 'react-i18next';
import { Unbroken } from '#app/components/base/unbroken.tsx';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { NodeMark } from './node-mark.tsx';
import type { NodeKind } from './node-shapes.ts';

export type LineStep = {
  id: string;
  kind: NodeKind;
  status: StepStatus;
  title: string;
  spoken: string;
  text: string;
  href?: string | undefined;
};
/** A group of steps whose order is free. */
type LineBranch = Pick<LineStep, 'id' | 'status' | 'title' | 'spoken' | 'text'> & { items: LineItem[] };
/** Steps in order. */
export type LineItem = LineStep | LineBranch;

const shapes = ['lesson', 'practical', 'quiz', 'day'] as const;
const fillings = ['done', 'now', 'closed'] as const;

/** Explains the shapes and their fills. */
export function LineKey() {
  const { t } = useTranslation('common');
  return (
    <ul className="sign-key">
      {shapes.map((kind) => (
        <li key={kind}>
          <NodeMark kind={kind} status="open" />
          <span>{t(`kind.${kind}`)}</span>
        </li>
      ))}
      {fillings.map((status) => (
        <li key={status}>
          <NodeMark kind="lesson" status={status} />
          <span>{t(`status.${status}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The id of a step's entry in the list, to which the drawing leads. */
export const lineAnchor = (step: string) => `step-${step}`;

/** The course's line drawn vertically: one list for sighted readers and for screen readers. */
export function StepLine({ items, level = 3 }: { items: readonly LineItem[]; level?: 3 | 4 }) {
  return (
    <ol className={level === 3 ? 'line space-6' : 'line__branch'}>
      {items.map((item) =>
        'items' in item ? (
          <Branch key={item.id} branch={item} />
        ) : (
          <StepEntry key={item.id} step={item} level={level} />
        ),
      )}
    </ol>
  );
}

function StepEntry({ step, level }: { step: LineStep; level: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <li
      id={lineAnchor(step.id)}
      className={`step step--${step.status}`}
      aria-current={step.status === 'now' ? 'step' : undefined}
    >
      <NodeMark kind={step.kind} status={step.status} className="step__node" />
      <div className="step__card">
        <Heading className="step__title">
          <span className="sr-only">{`${step.spoken}: `}</span>
          {step.href ? (
            <a href={step.href}>
              <Unbroken text={step.title} />
            </a>
          ) : (
            <Unbroken text={step.title} />
          )}
        </Heading>
        <p className="step__status muted">{step.text}</p>
      </div>
    </li>
  );
}

function Branch({ branch }: { branch: LineBranch }) {
  return (
    <li className={`step step--${branch.status}`}>
      <NodeMark kind="choice" status={branch.status} className="step__node" />
      <div className="step__card">
        <h3 className="step__title">
          <span className="sr-only">{`${branch.spoken}: `}</span>
          {branch.title}
        </h3>
        <p className="step__status muted">{branch.text}</p>
      </div>
      <StepLine items={branch.items} level={4} />
    </li>
  );
}
