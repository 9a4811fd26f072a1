import type { World } from '#app/platform/world.server.ts';

// Crockford's base 32: no I, L, O or U, so that nobody mistakes a letter read aloud.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 20;

/** A new code: 20 characters of 5 bits, in groups of four. Nobody can guess 100 bits. */
export function newVerifyCode(world: Pick<World, 'pick'>): string {
  const signs = Array.from({ length }, () => alphabet[world.pick(alphabet.length)]);
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** Reads a code typed from paper: case, spaces and hyphens do not matter, I and L count as 1, O as 0. */
export function parseVerifyCode(text: string): string | undefined {
  const bare = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
  if (bare.length !== length || [...bare].some((sign) => !alphabet.includes(sign))) return undefined;
  return bare.replace(/(.{4})(?=.)/g, '$1-');
}
