import { shapes } from '#app/components/course-line/node-shapes.ts';
import { escapeHtml } from '#app/platform/escape-html.ts';
import { colours } from '#app/styles/colours.ts';
import type { Course } from '#curriculum/flow/course.ts';
import type { StepLine } from '#curriculum/flow/graph.ts';

const cell = { width: 120, height: 76 };

/** Draws the course's line horizontally: columns in order, lanes where the order is free. */
export function stepLineSvg(course: Course, { places, links, columns, lanes }: StepLine): string {
  const at = new Map(
    places.map(({ id, column, lane }) => [id, { x: column * cell.width + 24, y: lane * cell.height + 16 }]),
  );
  const titles = new Map(course.steps.map(({ id, title }) => [id, title.da]));
  const lines = links.map(({ from, to }) => {
    const [a, b] = [at.get(from)!, at.get(to)!];
    return `<path d="M${a.x + 36} ${a.y + 18}L${b.x} ${b.y + 18}" stroke="${colours.petrol}" stroke-width="2"/>`;
  });
  const nodes = places.map(({ id, kind }) => {
    const { x, y } = at.get(id)!;
    return `<g transform="translate(${x} ${y})"><path d="${shapes[kind]}" fill="${colours.white}" stroke="${colours.petrol}" stroke-width="2.5"/><text x="18" y="50" text-anchor="middle" font-size="10" font-family="sans-serif">${escapeHtml(titles.get(id)!.slice(0, 22))}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * cell.width + 24} ${lanes * cell.height + 24}"><title>${escapeHtml(course.title.da)}</title>${lines.join('')}${nodes.join('')}</svg>`;
}
