/** The client's address behind `hops` trusted proxies. We count from the right, so a forged left part is never read. */
export function clientAddress(remote: string, forwardedFor: string | undefined, hops: number): string {
  if (hops === 0) return remote;
  const parts = (forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts[parts.length - hops] ?? remote;
}

/** Allows only paths on our own site: `//evil`, `/\evil` and full addresses become `/`. */
export function safeNext(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes('\\') ? path : '/';
}
