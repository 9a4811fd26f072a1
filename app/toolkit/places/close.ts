import type { Environment } from '#app/platform/env.server.ts';
import { closeLibrary } from '#app/use-cases/places/libraries/close-library.server.ts';
import { type ClosingPreview, seeClosing } from '#app/use-cases/places/libraries/see-closing.server.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';

/**
 * `places close NUMBER --from DAY [--successor NUMBER] --people move|end --reason TEXT` and `places merge NUMBER INTO
 * --from DAY --reason TEXT`. With `--dry-run` it only says what would happen.
 */
export async function closeVerb({ verb, args: [number, into], options }: Input, env: Environment): Promise<Answer> {
  const merges = verb === 'merge';
  const { from, reason = '' } = options;
  const successor = merges ? into : (options.successor ?? '');
  const people = merges ? 'move' : options.people;
  if (!number || successor === undefined || from === undefined || people === undefined) return wrongUsage();
  const asked = { number, day: from, successor, people };
  return inWorld(
    env,
    async (world): Promise<Answer> => {
      const seen = await seeClosing(world, null, { ...asked, language: 'en' });
      if (!seen.ok) return refusal(seen.reason);
      const text = previewText(seen.preview);
      if ('dry-run' in options) return { exit: 0, text, json: json['places close'](seen.preview, true) };
      const outcome = await closeLibrary(world, null, { ...asked, why: reason });
      if (!outcome.ok) return refusal(outcome.reason);
      return { exit: 0, text, json: json['places close'](seen.preview, false) };
    },
    { migrate: true },
  );
}

const refusal = (reason: string): Answer => ({
  exit: 1,
  error: reasons[reason] ?? reason,
  json: json.places({ ok: false, reason }),
});

const previewText = ({ moves, people, planned, contacts, successor, effects, asOf, lastOfService }: ClosingPreview) =>
  [
    `${people} people ${moves ? `go on at ${successor!.number} ${successor!.name}` : 'leave'}, ${planned} who were to begin later ${moves ? 'begin there' : 'do not begin'}`,
    ...(contacts > 0 ? [`${contacts} lose the role as contact person`] : []),
    ...(lastOfService ? ['the service has no open library after that'] : []),
    ...effects.map(
      ({ name, from, to, gates }) =>
        `${asOf} ${name}: ${from === to ? `remains ${to}` : `${from} -> ${to}`}${gates.map((gate) => `; ${gate.key}: ${gate.from} -> ${gate.to}`).join('')}`,
    ),
  ].join('\n');

const reasons: Record<string, string> = {
  'not-found': 'There is no library with that number.',
  'already-closed': 'The library is closed already; `places reopen` takes that back.',
  'not-a-day': 'That is not a day: --from YYYY-MM-DD.',
  'before-opened': 'The day must be after the library opened.',
  'no-successor': 'There is no library with the number of the successor.',
  'same-library': 'A library cannot go on at itself.',
  'successor-not-open': 'The successor is not open from that day on.',
  'needs-successor': 'Name the library that the people go along to: --successor NUMBER.',
  'no-choice': 'Say what happens to the people: --people move or --people end.',
  'is-successor': 'Another library closes later with this one as its successor; `places reopen` it first.',
  'no-reason': 'Give a reason of at least five characters: --reason TEXT.',
  'changed-meanwhile': 'Something changed meanwhile. Try again.',
};
