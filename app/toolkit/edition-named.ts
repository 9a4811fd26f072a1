import { type Catalogue, loadCatalogue } from '#app/platform/catalogue.server.ts';
import { problemText } from '#app/platform/open-world.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import type { Answer } from './arguments.ts';
import { json } from './json.ts';

/** The edition that somebody named as course/edition, with the catalogue it stands in, or what is wrong. */
export function editionNamed(
  root: string,
  name: string,
): { ok: true; edition: Edition; catalogue: Catalogue } | { ok: false; answer: Answer } {
  const loaded = loadCatalogue(root);
  if (!loaded.ok)
    return {
      ok: false,
      answer: {
        exit: 1,
        error: loaded.problems.map(problemText).join('\n'),
        json: json['curriculum check']([], loaded.problems),
      },
    };
  const { catalogue } = loaded;
  const edition = catalogue.editions.find(({ course }) => `${course.id}/${course.edition}` === name);
  if (!edition)
    return { ok: false, answer: { exit: 1, error: `There is no edition ${name}. Write it as course/2026.1.` } };
  return { ok: true, edition, catalogue };
}
