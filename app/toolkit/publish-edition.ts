import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newestFirst } from '#app/platform/catalogue.server.ts';
import { problemText } from '#app/platform/open-world.server.ts';
import { changeSinceBefore } from '#curriculum/content/change-since-before.ts';
import { parsePublished, publishedFile } from '#curriculum/content/published-editions.ts';
import { describeFault } from '#curriculum/flow/describe-fault.ts';
import { proveCourse } from '#curriculum/flow/prove-course.ts';
import type { Answer } from './arguments.ts';
import { changeText } from './change-text.ts';
import { editionNamed } from './edition-named.ts';
import { json } from './json.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Adds an edition to the list of published ones, and says what changed since the one published before it. From then on
 * `curriculum check` and the start refuse a change in it. With `dryRun` it only says what would be published.
 */
export function publishEdition(root: string, name: string, dryRun = false): Answer {
  const found = editionNamed(root, name);
  if (!found.ok) return found.answer;
  const { edition, catalogue } = found;
  const file = path.join(root, publishedFile);
  const list = parsePublished(readFileSync(file, 'utf8'));
  if (!list.ok) return { exit: 1, error: list.problems.map(problemText).join('\n') };
  if (Object.hasOwn(list.published, name)) return { exit: 1, error: `${name} is already published.` };
  const { faults } = proveCourse(edition.course);
  if (faults.length > 0) return { exit: 1, error: faults.map(describeFault).join('\n') };
  const change = changeSinceBefore(edition, newestFirst(catalogue));
  const printed = json['curriculum publish']({ name, digest: edition.contentHash, dryRun, change });
  const said = changeText(name, change);
  if (dryRun) return { exit: 0, text: [`${name} can be published.`, ...said].join('\n'), json: printed };
  const all = Object.entries({ ...list.published, [name]: edition.contentHash }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeWhole(file, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  return {
    exit: 0,
    text: [`${name} is published. Commit ${publishedFile} together with the edition.`, ...said].join('\n'),
    json: printed,
  };
}
