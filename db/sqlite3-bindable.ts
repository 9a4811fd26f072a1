/**
 * Converts parameters to values that the driver stores unchanged. sqlite3 6.0.1 silently binds a BigInt, NaN or symbol
 * as NULL, a Date as REAL milliseconds and a function as its text; none of these may get through.
 */
export function bindable(params: readonly unknown[]): readonly unknown[] {
  if (params.every(isPlain)) return params;
  return params.map((value, index) => (isPlain(value) ? value : madePlain(value, `sqlite: parameter ${index + 1}`)));
}

function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return !Number.isNaN(value);
    case 'object':
      return value === null || ArrayBuffer.isView(value);
    default:
      return false;
  }
}

function madePlain(value: unknown, name: string): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`${name}, ${value}, is outside the safe integer range`);
    return number;
  }
  if (value === undefined) throw new TypeError(`${name} is undefined`);
  if (typeof value === 'number') throw new TypeError(`${name} is NaN`);
  if (typeof value === 'object') throw new TypeError(`${name} is an object; JSON.stringify it first`);
  throw new TypeError(`${name} is a ${typeof value}`);
}
