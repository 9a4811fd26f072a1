import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** Passed to Zod with a value: says what to write instead, if the schema has no message of its own. */
export const inPlainWords: { error: (issue: Issue) => string | undefined } = { error: whatToWrite };

function whatToWrite(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? `Write ${issue.expected}.`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `Write ${String(issue.values[0])}.`
        : `Write one of these: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return formats[issue.format] ?? `Write it as ${issue.pattern ?? issue.format} says.`;
    case 'too_small':
      return least(issue.origin, Number(issue.minimum), issue.inclusive ?? true);
    case 'too_big':
      return most(issue.origin, Number(issue.maximum), issue.inclusive ?? true);
    case 'unrecognized_keys':
      return `Take out what is not known here: ${issue.keys.join(', ')}.`;
    default:
      return undefined;
  }
}

const kinds: Partial<Record<string, string>> = {
  string: 'Write a text.',
  number: 'Write a number.',
  int: 'Write a whole number.',
  boolean: 'Write true or false.',
  array: 'Write a list.',
  object: 'Write a group of words with a value each: "word: value".',
  record: 'Write a group of words with a value each: "word: value".',
};

const formats: Partial<Record<string, string>> = {
  url: 'Write a whole address, such as https://vejlederbevis.example.',
  email: 'Write an e-mail address, such as anna@bibliotek.example.',
  date: 'Write a day as 2027-05-01.',
};

function least(origin: string, minimum: number, inclusive: boolean): string {
  if (origin === 'string')
    return minimum === 1 ? 'Write something; this is empty.' : `Write at least ${minimum} letters.`;
  if (origin === 'array') return `List at least ${minimum}.`;
  return inclusive ? `Write a number of at least ${minimum}.` : `Write a number above ${minimum}.`;
}

function most(origin: string, maximum: number, inclusive: boolean): string {
  if (origin === 'string') return `Write at most ${maximum} letters.`;
  if (origin === 'array') return `List at most ${maximum}.`;
  return inclusive ? `Write a number of at most ${maximum}.` : `Write a number below ${maximum}.`;
}
