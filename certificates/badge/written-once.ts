import { z } from 'zod';
import { Flaw, type FlawReason, must } from '#certificates/checking/flaw.ts';

/** The proof as we write it: one, of one kind, with nothing beside it. */
export const Proof = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  created: z.iso.datetime(),
  verificationMethod: z.string(),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string().startsWith('z'),
});

/**
 * Reads a text that we write in one way only: these members in this order and no others, none twice. A term that is
 * defined anew, a context of others or a second proof has no place to stand in. White space between them is free.
 */
export function writtenAs<T>(form: z.ZodType<T>, text: string, otherwise: FlawReason): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Flaw(otherwise);
  }
  const read = form.safeParse(json);
  must(read.success, otherwise);
  must(JSON.stringify(read.data) === compact(text), otherwise);
  return read.data;
}

/** Without the white space that stands outside strings. */
export const compact = (json: string): string =>
  json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted: string | undefined) => quoted ?? '');
