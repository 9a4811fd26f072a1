import { wordsIn } from '../words/words.server.ts';
import type { LoadContext } from './load-context.server.ts';

/** The translator of one namespace in the language of the request. */
export function translator({ language }: Pick<LoadContext, 'language'>, namespace: string) {
  return wordsIn(language).getFixedT(null, namespace);
}
