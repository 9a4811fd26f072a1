/** One operator of a content stream with its operands; `start` and `end` are positions in the source. */
export type Operation = { name: string; args: string[]; start: number; end: number };

const token = /\s*(<<|>>|<[0-9a-fA-F]*>|[[\]]|\/?[^\s()<>[\]{}/%]+)/y;
const isOperand = /^[<>[\]/+\-.\d]/;

/**
 * The operators in order. Our drawings never contain literal strings, comments or inline images, so these are refused.
 */
export function* operationsOf(source: string): Generator<Operation> {
  const length = source.trimEnd().length;
  let args: string[] = [];
  let begun = -1;
  let at = 0;
  while (at < length) {
    token.lastIndex = at;
    const text = token.exec(source)?.[1];
    if (text === undefined) throw new Error(`the content stream cannot be read at ${at}`);
    at = token.lastIndex;
    if (begun < 0) begun = at - text.length;
    if (isOperand.test(text)) {
      args.push(text);
      continue;
    }
    yield { name: text, args, start: begun, end: at };
    args = [];
    begun = -1;
  }
}
