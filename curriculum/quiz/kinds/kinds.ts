import { categorise } from './categorise.ts';
import { cloze } from './cloze.ts';
import { matching } from './matching.ts';
import { multiple } from './multiple.ts';
import { numeric } from './numeric.ts';
import { ordering } from './ordering.ts';
import { scale } from './scale.ts';
import { shortText } from './short-text.ts';
import { single } from './single.ts';
import { trueFalse } from './true-false.ts';

/** Every kind of question, by the name that a bank gives it. */
export const kinds = {
  single,
  multiple,
  'true-false': trueFalse,
  numeric,
  'short-text': shortText,
  ordering,
  matching,
  categorise,
  cloze,
  scale,
};
export type Kinds = typeof kinds;
export type Kind = keyof Kinds;
