import type { TFunction } from 'i18next';
import { formatInstant, formatList } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';

/** Says why something was refused, in a sentence that tells what to do next. `titleOf` names a step. */
export function refusalText(
  common: TFunction<'common'>,
  language: Language,
  because: Refusal,
  titleOf: (step: string) => string,
): string {
  switch (because.reason) {
    case 'not-open':
      return common('refusal.not-open', { steps: formatList(language, because.finish.map(titleOf)) });
    case 'only-when-failed':
      return common('refusal.only-when-failed', { test: titleOf(because.test) });
    case 'read-first':
      return common('refusal.read-first', { lessons: formatList(language, because.lessons.map(titleOf)) });
    case 'cooling':
    case 'too-early':
      return common(`refusal.${because.reason}`, { until: formatInstant(language, because.until) });
    case 'too-late':
      return common('refusal.too-late', { since: formatInstant(language, because.since) });
    case 'conflict':
      return common(`refusal.conflict.${because.because}`);
    case 'enrolment':
      return common('refusal.enrolment', { state: common(`life.${because.state}`) });
    default:
      return common(`refusal.${because.reason}`);
  }
}
