// Crockford's base 32: no I, L, O or U, so that nobody mistakes a letter read aloud.
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 20;

/** Reads a code typed from paper: case, spaces and hyphens do not matter, I and L count as 1, O as 0. */
export function parseVerifyCode(text: string): string | undefined {
  const bare = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
  if (bare.length !== codeLength || [...bare].some((sign) => !codeAlphabet.includes(sign))) return undefined;
  return bare.replace(/(.{4})(?=.)/g, '$1-');
}
