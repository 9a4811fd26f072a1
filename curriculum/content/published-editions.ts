import { z } from 'zod';
import type { Problem } from '#curriculum/problem.ts';

/** The digest of every published edition, by `<slug>/<edition>`. */
export type Published = Readonly<Record<string, string>>;

export const publishedFile = 'curriculum/courses/published.json';

const PublishedFile = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/** Reads the list of published editions; without a readable list, nothing could guard them. */
export function parsePublished(text: string): { ok: true; published: Published } | { ok: false; problems: Problem[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {}
  const parsed = PublishedFile.safeParse(raw);
  if (parsed.success) return { ok: true, published: parsed.data };
  return { ok: false, problems: [problem(publishedFile, 'Name each published edition with its digest of 64 digits.')] };
}

/**
 * A published edition stays as it is: people are learning it, and attempts name its questions. `digests` has the
 * editions that could be read, `present` every edition that has a folder.
 */
export function problemsOfPublished(
  published: Published,
  digests: ReadonlyMap<string, string>,
  present: ReadonlySet<string>,
): Problem[] {
  const names = Object.keys(published);
  const gone = names.filter((name) => !present.has(name));
  const changed = names.filter((name) => digests.has(name) && digests.get(name) !== published[name]);
  const drafts = [...digests.keys()].filter((name) => !Object.hasOwn(published, name));
  return [
    ...gone.map((name) => problem(publishedFile, `Put ${name} back: it is published, and its files are gone.`)),
    ...changed.map((name) => problem(courseFileOf(name), `This edition is published. ${putBack}`)),
    ...drafts.map(draft),
  ];
}

/** An edition that holds were made of stays as it was then, whatever the list of published editions says. */
export function problemsOfUsed(used: ReadonlyMap<string, string>, digests: ReadonlyMap<string, string>): Problem[] {
  return [...used]
    .filter(([name, digest]) => digests.get(name) !== digest)
    .map(([name]) => problem(courseFileOf(name), `The database has holds of this edition. ${putBack}`));
}

const putBack = 'Its files have changed since: put them back, and write the change as a new edition.';

const draft = (name: string): Problem => ({
  ...problem(courseFileOf(name), `This edition is a draft. When it is ready: curriculum publish ${name}.`),
  severity: 'warning',
});

const courseFileOf = (name: string) => `curriculum/courses/${name}/course.yaml`;

const problem = (file: string, message: string): Problem => ({
  file,
  line: 1,
  column: 1,
  path: '',
  message,
  severity: 'error',
});
