import type { Reason } from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import { formatDay } from './format.ts';
import type { Language } from './make-words.ts';

/** Why a gate has its value, in the reader's language and with its days. */
export const reasonIn = (language: Language, reason: Reason): string =>
  reasonText(reason, language, (day) => formatDay(language, day));
