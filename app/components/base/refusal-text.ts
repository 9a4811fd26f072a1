import type { TFunction } from 'i18next';
import { formatInstant, formatList } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';

/** Says why something was refused, in a sentence that tells what to do next. `titleOf` names a step. */
export function refusalText(
  t: TFunction,
  language: Language,
  because: Refusal,
  titleOf: (step: string) => string,
): string {
  const say = (key: string, values: Record<string, string> = {}) => t(`refusal.${key}`, { ns: 'common', ...values });
  switch (because.reason) {
    case 'not-open':
      return say('not-open', {
        steps: formatList(language, because.finish.map(titleOf)),
      });
    case 'cooling':
    case 'too-early':
      return say(because.reason, { until: formatInstant(language, because.until) });
    case 'too-late':
      return say('too-late', { since: formatInstant(language, because.since) });
    case 'conflict':
      return say(`conflict.${because.because}`);
    case 'enrolment':
      return say('enrolment', { state: t(`life.${because.state}`, { ns: 'common' }) });
    default:
      return say(because.reason);
  }
}
