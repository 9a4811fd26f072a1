import type { ReactNode } from 'react';
import { Unbroken } from '#app/components/base/unbroken.tsx';

/** The one next thing to do: the only tinted box, with the only primary button above the fold. */
export function NextAction({
  over,
  title,
  text,
  because,
  children,
}: {
  over: string;
  title: string;
  text: ReactNode;
  because?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <section className="next-action space-6" aria-labelledby="next-title">
      <p className="overline">{over}</p>
      <h2 id="next-title" className="h3">
        <Unbroken text={title} />
      </h2>
      {because && <p>{because}</p>}
      <p>{text}</p>
      {children && <div className="actions">{children}</div>}
    </section>
  );
}
