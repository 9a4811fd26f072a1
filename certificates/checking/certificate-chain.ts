import type { X509Certificate } from 'node:crypto';

const longest = 5;

/**
 * The certificates from one up to a trusted root (RFC 5280, without revocation lists); undefined if they lead to none. A
 * certificate that is itself trusted leads to itself.
 */
export function chainTo(
  roots: readonly X509Certificate[],
  own: X509Certificate,
  others: readonly X509Certificate[],
): X509Certificate[] | undefined {
  if (roots.some(({ raw }) => raw.equals(own.raw))) return [own];
  const chain = [own];
  const isAbove = (above: X509Certificate) => {
    const last = chain.at(-1)!;
    return above.ca && last.checkIssued(above) && last.verify(above.publicKey);
  };
  while (chain.length < longest) {
    const root = roots.find(isAbove);
    if (root) return [...chain, root];
    const next = others.find((each) => !chain.includes(each) && isAbove(each));
    if (!next) return undefined;
    chain.push(next);
  }
  return undefined;
}
