import { z } from 'zod';
import { Flaw, type FlawReason, must } from '#certificates/checking/flaw.ts';

/** The proof as we write it: exactly one, of one kind, without further members. */
export const Proof = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  created: z.iso.datetime(),
  verificationMethod: z.string(),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string().startsWith('z'),
});

/**
 * Reads a text that we write in only one way: exactly these members, in this order, none twice. So nobody can add a
 * redefined term, another context or a second proof. White space between members may vary.
 */
export function readStrictJson<T>(form: z.ZodType<T>, text: string, otherwise: FlawReason): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Flaw(otherwise);
  }
  const read = form.safeParse(json);
  must(read.success, otherwise);
  must(JSON.stringify(read.data) === compactJson(text), otherwise);
  return read.data;
}

/** Removes white space outside strings. */
export const compactJson = (json: string): string =>
  json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted: string | undefined) => quoted ?? '');
