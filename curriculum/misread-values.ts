import { type Document, isScalar, Scalar, visit } from 'yaml';

/** A value that YAML reads as something else than its author is likely to mean: where it stands, and what to write. */
export type Misread = { offset: number; message: string };

/** Finds values without quotes that YAML cuts off, or reads as another number than it looks like. */
export function misreadValues(document: Document, text: string): Misread[] {
  const found: Misread[] = [];
  visit(document, {
    Scalar(_, node) {
      if (node.type !== Scalar.PLAIN || !node.range) return;
      const [begin, end] = node.range;
      const message = isCutOff(node, text, end) ? cutOff : numberMessage(node.value, text.slice(begin, end));
      if (message) found.push({ offset: begin, message });
    },
  });
  return found;
}

const cutOff =
  'The text ends before " #", because the rest is a comment. Put the text in quotes, or the comment on its own line.';

function isCutOff(node: unknown, text: string, end: number): boolean {
  const after = text[end];
  if (after !== ' ' && after !== '\t') return false;
  return isScalar(node) && typeof node.value === 'string' && /^[ \t]+#/.test(text.slice(end));
}

function numberMessage(value: unknown, written: string): string | undefined {
  if (typeof value !== 'number') return undefined;
  if (/^[-+]?0\d|^0[ox]/i.test(written))
    return `${written} is read as ${value}. Write ${value}, or "${written}" in quotes if it is a text.`;
  // Danes put a point between thousands, YAML between whole and parts.
  if (/^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(written)) {
    const thousands = written.replace('.', '');
    const parts = Number.isInteger(value) ? String(value) : `${written}0`;
    return `${written} is read as ${value}. Write ${thousands} if you mean thousands, otherwise ${parts}.`;
  }
  return undefined;
}
