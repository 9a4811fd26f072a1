import { useTranslation } from 'react-i18next';
import { PathDrawing, type PathPlan } from './path-drawing.tsx';
import { type LineItem, LineKey, StepLine } from './step-line.tsx';

type Props = { plan: PathPlan; names: ReadonlyMap<string, string>; items: readonly LineItem[] };

/** Shows the whole course as a horizontal line to look at and as a vertical list that everybody can use. */
export function CourseWay({ plan, names, items }: Props) {
  const { t } = useTranslation('adviser');
  return (
    <>
      <PathDrawing plan={plan} names={names} choiceText={(choice) => t('path.choose', choice)} />
      <LineKey />
      <StepLine items={items} />
    </>
  );
}
