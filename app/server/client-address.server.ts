import ipaddr from 'ipaddr.js';

/** The client's address behind `hops` trusted proxies. We count from the right, so a forged left part is never read. */
export function clientAddress(remote: string, forwardedFor: string | undefined, hops: number): string {
  if (hops === 0) return remote;
  const parts = (forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts[parts.length - hops] ?? remote;
}

/**
 * What the limits count as one place: an IPv4 address, or the /64 that a subscriber of IPv6 is given as a whole
 * (RFC 6177). An IPv4 address that is written as IPv6 is itself; what is no address counts as it stands.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address);
  if (read.kind() === 'ipv4') return read.toString();
  return `${(read as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

/** Allows only paths on our own site: `//evil`, `/\evil` and full addresses become `/`. */
export function safeNext(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes('\\') ? path : '/';
}
