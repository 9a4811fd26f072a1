import { PathDrawing, type PathPlan } from './path-drawing.tsx';
import { type LineItem, LineKey, StepLine } from './step-line.tsx';

/** The whole course as one line: lying down for the eye, standing as the list that everybody uses. */
export function CourseWay({ plan, items }: { plan: PathPlan; items: readonly LineItem[] }) {
  return (
    <>
      <PathDrawing plan={plan} />
      <LineKey />
      <StepLine items={items} />
    </>
  );
}
