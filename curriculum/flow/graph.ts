import type { Course, FlowNode, Step } from './course.ts';
import type { CourseMachine } from './course-machine.ts';

export type Place = { id: string; kind: Step['kind']; column: number; lane: number };
export type Group = {
  is: 'all' | 'choose';
  n?: number;
  of: number;
  column: number;
  lane: number;
  columns: number;
  lanes: number;
};
export type StepLine = {
  places: Place[];
  links: { from: string; to: string }[];
  groups: Group[];
  columns: number;
  lanes: number;
};

type Box = { columns: number; lanes: number; heads: string[]; tails: string[] };

const lines = new WeakMap<Course, StepLine>();

/** The place of each step on the course's line: columns in order, lanes where the order is free. */
export function stepLineOf(course: Course): StepLine {
  const line = lines.get(course) ?? laidOut(course);
  lines.set(course, line);
  return line;
}

function laidOut(course: Course): StepLine {
  const kindOf = new Map(course.steps.map(({ id, kind }) => [id, kind]));
  const places: Place[] = [];
  const links: StepLine['links'] = [];
  const groups: Group[] = [];
  const { columns, lanes } = place(course.flow, 0, 0);
  return { places, links, groups, columns, lanes };

  function place(node: FlowNode, column: number, lane: number): Box {
    switch (node.is) {
      case 'step': {
        const { id, whenFailed = [] } = node;
        places.push({ id, kind: kindOf.get(id)!, column, lane });
        // Extra lessons are a way round: below the line, behind their test.
        whenFailed.forEach((extra, at) => {
          places.push({ id: extra, kind: 'lesson', column: column + 1, lane: lane + 1 + at });
          links.push({ from: id, to: extra });
        });
        return {
          columns: whenFailed.length > 0 ? 2 : 1,
          lanes: 1 + whenFailed.length,
          heads: [id],
          tails: [id, ...whenFailed],
        };
      }
      case 'in-order': {
        let columns = 0;
        const boxes = node.of.map((each) => {
          const box = place(each, column + columns, lane);
          columns += box.columns;
          return box;
        });
        boxes
          .slice(1)
          .forEach((box, before) =>
            links.push(...boxes[before]!.tails.flatMap((from) => box.heads.map((to) => ({ from, to })))),
          );
        return {
          columns,
          lanes: Math.max(...boxes.map((box) => box.lanes)),
          heads: boxes[0]!.heads,
          tails: boxes.at(-1)!.tails,
        };
      }
      default: {
        let lanes = 0;
        const boxes = node.of.map((each) => {
          const box = place(each, column, lane + lanes);
          lanes += box.lanes;
          return box;
        });
        const columns = Math.max(...boxes.map((box) => box.columns));
        const demand = { ...(node.is === 'choose' && { n: node.n }), of: node.of.length };
        groups.push({ is: node.is, ...demand, column, lane, columns, lanes });
        return { columns, lanes, heads: boxes.flatMap((box) => box.heads), tails: boxes.flatMap((box) => box.tails) };
      }
    }
  }
}

const shape: Record<Step['kind'], [string, string]> = {
  lesson: ['([', '])'],
  practical: ['[', ']'],
  quiz: ['{', '}'],
  day: ['{{', '}}'],
};

const failed = { da: 'ikke bestået', en: 'not passed' };

/** The flow as a Mermaid flowchart, with the step line's shapes: circle, square, rhomb, hexagon. */
export function flowMermaid(course: Course, language: 'da' | 'en' = 'da'): string {
  const lines = ['flowchart LR'];
  let forks = 0;
  const stepOf = (wanted: string) => course.steps.find(({ id }) => id === wanted)!;
  // Without the prefix, Mermaid would read a step called "end" as its own keyword.
  const named = ({ id, kind, title }: Step) =>
    `trin-${id}${shape[kind][0]}"${title[language].replaceAll('"', '#quot;')}"${shape[kind][1]}`;
  const end = draw(course.flow, 'start(( ))');
  lines.push(`  ${end} --> bevis((bevis))`);
  return lines.join('\n');

  function draw(node: FlowNode, from: string): string {
    if (node.is === 'step') {
      const step = stepOf(node.id);
      lines.push(`  ${from} --> ${named(step)}`);
      for (const early of node.after ?? []) lines.push(`  trin-${early} -.-> trin-${node.id}`);
      for (const extra of node.whenFailed ?? []) {
        lines.push(`  trin-${node.id} -. ${failed[language]} .-> ${named(stepOf(extra))}`);
        lines.push(`  trin-${extra} -.-> trin-${node.id}`);
      }
      return `trin-${step.id}`;
    }
    if (node.is === 'in-order') return node.of.reduce((before, each) => draw(each, before), from);
    const fork = `fork${++forks}`;
    const demand = node.is === 'choose' ? node.n : node.of.length;
    lines.push(`  ${from} --> ${fork}(("${demand}/${node.of.length}"))`);
    for (const end of node.of.map((each) => draw(each, fork))) lines.push(`  ${end} --> ${fork}end(( ))`);
    return `${fork}end`;
  }
}

/** The chart of one region ('life' or a step id) as Mermaid, made from the machine itself. */
export function chartMermaid(machine: CourseMachine, region: string): string {
  const { root } = region === 'life' ? machine.life : machine.steps[region]!;
  const initial = root.config.initial as string;
  const lines = Object.values(root.states).flatMap((state) => [
    ...[...state.transitions.values()]
      .flat()
      .flatMap((each) =>
        (each.target ?? []).map(
          (target) => `  ${nameOf(state.key)} --> ${nameOf(target.key)}: ${each.eventType.split(':')[0]}`,
        ),
      ),
    ...(state.always ?? []).flatMap((each) =>
      (each.target ?? []).map((target) => `  ${nameOf(state.key)} --> ${nameOf(target.key)}`),
    ),
    ...(state.type === 'final' ? [`  ${nameOf(state.key)} --> [*]`] : []),
  ]);
  return ['stateDiagram-v2', `  [*] --> ${nameOf(initial)}`, ...new Set(lines)].join('\n');
}

/** Mermaid's state diagrams do not allow a hyphen in the name of a state. */
const nameOf = (state: string): string => state.replaceAll('-', '_');
