import type { TFunction } from 'i18next';
import type { RolloutRefusal } from '#curriculum/rollout/rollout-event.ts';
import { formatDay } from './format.ts';
import type { Language } from './make-words.ts';

/** Why a step of the rollout was refused, in a sentence that says what to do next. */
export function rolloutRefusal(
  t: TFunction<'agency'>,
  language: Language,
  refusal: RolloutRefusal,
  gates: ReadonlyMap<string, string>,
): string {
  switch (refusal.reason) {
    case 'not-ready':
      return t('rollout.not-ready', { lacks: refusal.lacks.map((key) => gates.get(key) ?? key).join(', ') });
    case 'later-depends':
      return t('rollout.later-depends', {
        type: t(`rollout.${refusal.type}`).toLowerCase(),
        day: formatDay(language, refusal.on),
      });
    default:
      return t(`rollout.${refusal.reason}`);
  }
}
