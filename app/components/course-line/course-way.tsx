import { PathDrawing, type PathPlan } from './path-drawing.tsx';
import { type LineItem, LineKey, StepLine } from './step-line.tsx';

/** Shows the whole course as a horizontal line to look at and as a vertical list that everybody can use. */
export function CourseWay({ plan, items }: { plan: PathPlan; items: readonly LineItem[] }) {
  return (
    <>
      <PathDrawing plan={plan} />
      <LineKey />
      <StepLine items={items} />
    </>
  );
}
