import type { Edition } from '#curriculum/content/edition.ts';
import type { Problem } from '#curriculum/problem.ts';

type Told = Pick<Edition, 'banks' | 'readings' | 'dialogues' | 'english'>;

/** One warning for each file of which something is told in Danish only, if the edition is translated at all. */
export function missingTranslations(
  { banks, readings, dialogues, english }: Told,
  files: ReadonlyMap<string, string>,
  pathOf: (name: string) => string,
): Problem[] {
  const { readings: told, questions, dialogues: spoken } = english;
  if (told.size + questions.size + spoken.size === 0) return [];
  const found: [name: string, message: string][] = [];
  for (const [step, { words }] of readings) {
    const name = ['lessons', 'practicals', 'days']
      .map((folder) => `${folder}/${step}.md`)
      .find((each) => files.has(each));
    if (name && !told.has(step)) found.push([name, `Not translated: ${words} words.`]);
  }
  for (const [bank, all] of banks) {
    const missing = all.filter(({ id }) => !questions.has(id)).length;
    if (missing > 0) found.push([`banks/${bank}.yaml`, `Not translated: ${missing} of ${all.length} questions.`]);
  }
  for (const [name, { nodes }] of dialogues)
    if (!spoken.has(name))
      found.push([`dialogues/${name}.yaml`, `Not translated: a dialogue of ${Object.keys(nodes).length} scenes.`]);
  for (const [name, text] of files) {
    const texts = /^figures\/.*(?<!\.en)\.svg$/.test(name) ? (text.match(/<text\b/g) ?? []).length : 0;
    if (texts > 0 && !files.has(name.replace(/\.svg$/, '.en.svg')))
      found.push([name, `Not translated: ${texts} texts of a figure.`]);
  }
  return found.map(([name, message]) => ({
    file: pathOf(name),
    line: 1,
    column: 1,
    path: '',
    message: `${message} English readers see the Danish.`,
    severity: 'warning',
  }));
}
