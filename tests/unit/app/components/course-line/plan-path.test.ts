import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapes, signs } from '#app/components/course-line/node-shapes.ts';
import { planPath } from '#app/components/course-line/plan-path.ts';
import { stepLineOf } from '#curriculum/flow/graph.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { anyCourse } from '../../../curriculum/flow/courses.ts';

const statuses = ['done', 'now', 'open', 'closed', 'waiting', 'returned', 'not-chosen'] as const;
/** The drawn steps and their positions. */
const placed = (path: string) =>
  [...path.matchAll(/M([\d.]+) ([\d.]+)([^M]*)/g)].map(([, x, y, drawn]) => ({ at: `${x} ${y}`, drawn }));

test('every step is drawn once, by kind and status, in a place of its own, with the certificate after them', () => {
  fc.assert(
    fc.property(
      anyCourse(10),
      fc.infiniteStream(fc.constantFrom<StepStatus>(...statuses)),
      fc.boolean(),
      (course, any, certified) => {
        const line = stepLineOf(course);
        const of = new Map(line.places.map(({ id }) => [id, any.next().value as StepStatus]));
        const { marks, nodes, width, height } = planPath(line, of, certified);

        const wanted = [
          ...line.places.map(({ id, kind }) => ({ status: of.get(id)!, drawn: shapes[kind] })),
          { status: certified ? 'done' : 'closed', drawn: shapes.certificate },
        ];
        const outlines = marks.flatMap(({ status, outlines }) => placed(outlines).map((each) => ({ ...each, status })));
        const told = (all: { status: string; drawn?: string | undefined }[]) =>
          all.map(({ status, drawn }) => `${status} ${drawn}`).sort();
        expect(told(outlines)).toEqual(told(wanted));
        expect(new Set(outlines.map(({ at }) => at)).size).toBe(wanted.length);

        for (const { status, outlines, inside } of marks) {
          const expected = signs[status] ? placed(outlines).map(({ at }) => ({ at, drawn: signs[status] })) : [];
          expect(placed(inside)).toEqual(expected);
        }

        // Each mark is named where it stands, the certificate too.
        expect(nodes.map(({ id }) => id)).toEqual([...line.places.map(({ id }) => id), 'certificate']);
        expect(nodes.map(({ x, y }) => `${x} ${y}`).sort()).toEqual(outlines.map(({ at }) => at).sort());

        const xs = outlines.map(({ at }) => Number(at.split(' ')[0]));
        const end = outlines.find(({ drawn }) => drawn === shapes.certificate)!;
        expect(Number(end.at.split(' ')[0])).toBe(Math.max(...xs));
        for (const { at } of outlines) {
          const [x, y] = at.split(' ').map(Number);
          expect(x! + 36).toBeLessThanOrEqual(width);
          expect(y! + 36).toBeLessThanOrEqual(height);
        }
      },
    ),
  );
});

test('a way is walked if both its ends are done, begun if the first is done, and otherwise ahead', () => {
  fc.assert(
    fc.property(anyCourse(10), fc.infiniteStream(fc.boolean()), (course, any) => {
      const line = stepLineOf(course);
      const of = new Map(line.places.map(({ id }) => [id, any.next().value ? 'done' : 'open'] as [string, StepStatus]));
      const counted = (ways: string) => ways.match(/M/g)?.length ?? 0;
      const { ways } = planPath(line, of, false);
      const isDone = (id: string) => of.get(id) === 'done';
      const last = line.places.filter(({ id }) => !line.links.some(({ from }) => from === id)).length;
      const walked = line.links.filter(({ from, to }) => isDone(from) && isDone(to)).length;
      const begun = line.links.filter(({ from, to }) => isDone(from) && !isDone(to)).length;
      expect([counted(ways.walked), counted(ways.begun), counted(ways.ahead)]).toEqual([
        walked,
        begun,
        line.links.length - walked - begun + last,
      ]);
    }),
  );
});
