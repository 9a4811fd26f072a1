import type { ReactNode } from 'react';

/** Wide tables scroll by themselves, also by keyboard. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="rul" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
