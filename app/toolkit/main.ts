import { type Environment, readSettings } from '#app/platform/env.server.ts';
import { CourseFilesAreWrong, problemText } from '#app/platform/open-world.server.ts';
import { type Answer, findUnknownOption, type Input, parseArguments, usage, wrongUsage } from './arguments.ts';
import { certificatesVerb } from './certificates.ts';
import { curriculumVerb } from './curriculum.ts';
import { databaseVerb } from './database.ts';
import { json } from './json.ts';
import { partnersVerb } from './partners.ts';
import { peopleVerb } from './people.ts';
import { placesVerb } from './places.ts';
import { practiceVerb } from './practice.ts';
import { readinessVerb } from './readiness.ts';

const areas: Record<string, (input: Input, env: Environment) => Promise<Answer>> = {
  curriculum: curriculumVerb,
  certificates: certificatesVerb,
  readiness: readinessVerb,
  people: peopleVerb,
  partners: partnersVerb,
  places: placesVerb,
  practice: practiceVerb,
  db: databaseVerb,
};

const input = parseArguments(process.argv.slice(2));
const run = Object.hasOwn(areas, input.area) ? areas[input.area] : undefined;
const strange = findUnknownOption(input);
const settings = readSettings({ ...process.env, LOG_LEVEL: 'silent' });
// A reader such as `head` closes the pipe early because it has all it wants, which is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
if (!run) finish({ exit: 2, error: usage });
else if (strange) finish(wrongUsage(`${input.area} ${input.verb} has no option --${strange}.`));
else if (!settings.ok)
  finish({ exit: 2, error: settings.problems.map(({ name, message }) => `${name}: ${message}`).join('\n') });
else finish(await run(input, settings.env).catch(failed));

function failed(error: unknown): Answer {
  if (error instanceof CourseFilesAreWrong)
    return {
      exit: 1,
      error: error.problems.map(problemText).join('\n'),
      json: json['curriculum check']([], error.problems),
    };
  return { exit: 1, error: error instanceof Error ? error.message : String(error) };
}

function finish({ exit, text, error, json: printed }: Answer): void {
  if (input.json) process.stdout.write(`${JSON.stringify(printed ?? { error: error ?? null })}\n`);
  else if (text) process.stdout.write(`${text}\n`);
  if (error) process.stderr.write(`${error}\n`);
  process.exitCode = exit;
}
