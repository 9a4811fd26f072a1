import type { ReactNode } from 'react';

/** Wide tables scroll on their own, with the keyboard too. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // A group and not a landmark, because the section around it already has the name.
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
