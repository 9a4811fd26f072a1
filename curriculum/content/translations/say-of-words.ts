import type { Path, ReportProblem } from '#curriculum/read-yaml.ts';

/** The keys whose values are words for people. Everything else is the same in both languages. */
const wordKeys = new Set([
  ...['text', 'title', 'scene', 'hint', 'ask', 'answer', 'passage', 'unit', 'match', 'feedback', 'consequence', 'why'],
  ...['right', 'partly', 'wrong', 'from', 'to', 'distractors', 'options', 'items', 'people', 'accept'],
]);

type Place = { path: Path; isWord: boolean };

/**
 * Reports where a translation is more or less than the Danish text in other words: a key too few or too many, a list of
 * another length, another id or key, or words that are still the Danish ones.
 */
export function sayOfWords(danish: unknown, translated: unknown, say: ReportProblem, path: Path = []): void {
  compare(danish, translated, { path, isWord: false });

  function compare(from: unknown, to: unknown, { path, isWord }: Place): void {
    if (Array.isArray(from) && Array.isArray(to)) lists(from, to, { path, isWord });
    else if (isRecord(from) && isRecord(to)) records(from, to, { path, isWord });
    else if (isWord && typeof from === 'string' && typeof to === 'string') {
      if (from === to && from.trim().split(/\s+/).length > 3) say(path, 'These are the Danish words: translate them.');
    } else if (from !== to) say(path, `The Danish text has ${JSON.stringify(from)} here: only words may differ.`);
  }

  function lists(from: unknown[], to: unknown[], { path, isWord }: Place): void {
    // How many words are accepted is a matter of the language.
    if (path.at(-1) === 'accept') return;
    const missing = idsIn(from).filter((id) => !idsIn(to).includes(id));
    if (missing.length > 0) say(path, `Not translated: ${missing.join(', ')}. Translate all of it or none.`);
    else if (from.length !== to.length)
      say(path, `The Danish text has ${from.length} here, and this has ${to.length}: translate all of it or none.`);
    else
      for (const [at, each] of from.entries()) {
        const id = idOf(each);
        if (id === idOf(to[at])) compare(each, to[at], { path: [...path, at], isWord });
        else say([...path, at, 'id'], `The Danish text has "${id}" here: keep its ids in their order.`);
      }
  }

  function records(from: Record<string, unknown>, to: Record<string, unknown>, { path, isWord }: Place): void {
    for (const key of Object.keys(from))
      if (!Object.hasOwn(to, key)) say(path, `"${key}" is not translated. Translate all of it or none.`);
    for (const key of Object.keys(to))
      if (!Object.hasOwn(from, key)) say([...path, key], `The Danish text has no "${key}": take it out here.`);
    // The people of a dialogue are named by ids that its author chose.
    for (const [key, value] of Object.entries(from))
      if (Object.hasOwn(to, key))
        compare(value, to[key], {
          path: [...path, key],
          isWord: wordKeys.has(key) || (isWord && path.at(-1) === 'people'),
        });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const idOf = (value: unknown): unknown => (isRecord(value) ? value.id : undefined);
const idsIn = (list: unknown[]) => list.map(idOf).filter((id) => typeof id === 'string');
