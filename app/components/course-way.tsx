import { useMemo } from 'react';
import { type Packed, unpack } from './packed.ts';
import { PathDrawing } from './path-drawing.tsx';
import { LineKey, StepLine } from './step-line.tsx';
import type { WayShown } from './way-shown.ts';

/** The whole course as one line: lying down for the eye, standing as the list that everybody uses. */
export function CourseWay({ way }: { way: Packed<WayShown> }) {
  const { plan, items } = useMemo(() => unpack(way), [way]);
  return (
    <>
      <PathDrawing plan={plan} />
      <LineKey />
      <StepLine items={items} />
    </>
  );
}
