import type { ReactNode } from 'react';

type Props = {
  label: string;
  /** At most as high as the window, so that the head of a long table stays in sight. */
  tall?: boolean;
  children: ReactNode;
};

/** Wide tables scroll on their own, with the keyboard too. */
export function ScrollRegion({ label, tall = false, children }: Props) {
  return (
    // A group and not a landmark, because the section around it already has the name.
    <div className={tall ? 'scroll scroll--tall' : 'scroll'} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
