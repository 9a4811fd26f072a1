import { z } from 'zod';
import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import { readYaml, reportIssues } from '#curriculum/read-yaml.ts';

const Words = z.strictObject({ da: z.string().trim().min(1), en: z.string().trim().min(1) });
const Term = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'Use small letters, digits and hyphens.'),
  term: Words,
  means: Words,
});
const GlossaryFile = z.strictObject({ terms: z.array(Term).min(1) });

/** A word of the field with what it means, in both languages. */
export type Term = z.infer<typeof Term>;
export type Glossary = readonly Term[];

/** Reads the file of words, or returns every problem in it. */
export function parseGlossary(
  text: string,
  file: string,
): { ok: true; glossary: Glossary } | { ok: false; problems: Problem[] } {
  const { raw, say, problems } = readYaml(text, file);
  if (raw === undefined) return { ok: false, problems };
  const parsed = GlossaryFile.safeParse(raw, inPlainWords);
  reportIssues(parsed.error?.issues ?? [], raw, say);
  const seen = new Set<string>();
  parsed.data?.terms.forEach(({ id, term }, at) => {
    for (const name of [id, term.da.toLowerCase()]) {
      if (seen.has(name) && name !== id) say(['terms', at, 'term'], `"${term.da}" is there already.`);
      else if (seen.has(name)) say(['terms', at, 'id'], `"${id}" is there already.`);
    }
    seen.add(id).add(term.da.toLowerCase());
  });
  return parsed.data && problems.length === 0 ? { ok: true, glossary: parsed.data.terms } : { ok: false, problems };
}

/** The word with this Danish term, whatever its capitals; undefined if the glossary does not have it. */
export const termNamed = (glossary: Glossary, words: string): Term | undefined =>
  glossary.find(({ term }) => term.da.toLowerCase() === words.trim().toLowerCase());
