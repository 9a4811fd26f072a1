import type { World } from '#app/platform/world.server.ts';
import { codeAlphabet, codeLength } from './parse-verify-code.ts';

/** A new code: 20 characters of 5 bits, in groups of four. Nobody can guess 100 bits. */
export function newVerifyCode(world: Pick<World, 'pick'>): string {
  const signs = Array.from({ length: codeLength }, () => codeAlphabet[world.pick(codeAlphabet.length)]);
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-');
}
