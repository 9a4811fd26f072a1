import type { Language } from './kinds/kind.ts';
import type { Question } from './question.ts';

/** The words that a question is shown in. The Danish question is drawn, answered and scored, whatever its words. */
export type Told = { words: Question; language: Language };

export const inDanish = (question: Question): Told => ({ words: question, language: 'da' });
