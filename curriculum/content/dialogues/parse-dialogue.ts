import { listIn } from '#curriculum/content/list-in.ts';
import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import { type ReportProblem, readYaml, reportIssues, type YamlFile } from '#curriculum/read-yaml.ts';
import { type Dialogue, DialogueFile } from './dialogue.ts';
import { proveDialogue } from './prove-dialogue.ts';

/** Reads one dialogue and proves it. The proof needs a file whose form is right, so it comes second. */
export function parseDialogue(
  text: string,
  file: string,
  name: string,
): { dialogue: Dialogue | undefined; problems: Problem[]; written: YamlFile } {
  const written = readYaml(text, file);
  const { raw, say, problems } = written;
  const parsed = DialogueFile.safeParse(raw, inPlainWords);
  if (raw !== undefined) reportIssues(parsed.error?.issues ?? [], raw, say);
  sayOfIds(raw, say);
  if (!parsed.success) return { dialogue: undefined, problems, written };
  const dialogue = parsed.data;
  if (dialogue.dialogue !== name)
    say(
      ['dialogue'],
      `The dialogue calls itself "${dialogue.dialogue}"; name the file dialogues/${dialogue.dialogue}.yaml.`,
    );
  for (const [id, { says }] of Object.entries(dialogue.nodes))
    says.forEach(({ who }, at) => {
      if (!Object.hasOwn(dialogue.people, who))
        say(['nodes', id, 'says', at, 'who'], `There is no "${who}" under people.`);
    });
  for (const { path, message } of proveDialogue(graphOf(dialogue))) say(path, message);
  return { dialogue: problems.length > 0 ? undefined : dialogue, problems, written };
}

const graphOf = ({ start, nodes }: Dialogue) => ({
  start,
  nodes: Object.fromEntries(
    Object.entries(nodes).map(([id, { replies = [], end }]) => [
      id,
      { next: replies.map(({ next }) => next), ends: end !== undefined },
    ]),
  ),
});

/** A way through the dialogue is written as the ids of its replies, so an id names one reply. */
function sayOfIds(raw: unknown, say: ReportProblem): void {
  const seen = new Map<string, string>();
  const nodes = (raw as { nodes?: Record<string, unknown> } | null | undefined)?.nodes;
  if (typeof nodes !== 'object' || nodes === null) return;
  for (const [node, row] of Object.entries(nodes))
    listIn(row, 'replies')?.forEach((reply, at) => {
      const id = reply?.id;
      if (typeof id !== 'string') return;
      const other = seen.get(id);
      if (other) say(['nodes', node, 'replies', at, 'id'], `The reply "${id}" is also at "${other}".`);
      seen.set(id, node);
    });
}
