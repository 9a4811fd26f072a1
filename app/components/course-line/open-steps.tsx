import type { ReactNode } from 'react';
import { Link } from '#app/components/base/link.tsx';
import { NodeMark } from './node-mark.tsx';
import type { OpenStep } from './open-lists.ts';

type Props = { id: string; title: string; steps: readonly OpenStep[]; children?: ReactNode };

/** Steps that are not the next one: what can also be done now, or what waits for somebody else. */
export function OpenSteps({ id, title, steps, children }: Props) {
  return (
    <section className="space-6" aria-labelledby={id}>
      <h2 id={id} className="h3">
        {title}
      </h2>
      <OpenStepList steps={steps}>{children}</OpenStepList>
    </section>
  );
}

/** Each step with its mark, its link and what to say about it. */
export function OpenStepList({ steps, children }: Pick<Props, 'steps' | 'children'>) {
  return (
    <ul className="open-steps">
      {steps.map(({ id, kind, status, title, text, to }) => (
        <li key={id}>
          <NodeMark kind={kind} status={status} />
          <p>
            <Link to={to}>{title}</Link>
            <span>{text}</span>
          </p>
        </li>
      ))}
      {children}
    </ul>
  );
}
