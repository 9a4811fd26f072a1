import type { ReactNode } from 'react';

/** Wide tables scroll by themselves, also by keyboard. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // A group and not a landmark: the section round it already has the name.
    <div className="rul" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
