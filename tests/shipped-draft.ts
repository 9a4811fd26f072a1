import { readdirSync, readFileSync } from 'node:fs';

const course = 'it-paedagogisk-vejleder';
const published = Object.keys(JSON.parse(readFileSync('curriculum/courses/published.json', 'utf8')));

/** The edition of the course for advisers that is a draft today; there may be none. */
export const shippedDraft = readdirSync(`curriculum/courses/${course}`).find(
  (name) => /^\d{4}\.\d+$/.test(name) && !published.includes(`${course}/${name}`),
);
