import { sha256 } from './world.server.ts';

/** The names of our cookies. `__Host-` binds them to this host when the address is https. */
export function cookieNames(publicUrl: string) {
  const prefix = publicUrl.startsWith('https:') ? '__Host-' : '';
  return { session: `${prefix}session`, code: `${prefix}code`, language: `${prefix}language` };
}

export function readCookie(request: Request, name: string): string | undefined {
  return readCookieHeader(request.headers.get('cookie') ?? undefined, name);
}

export function readCookieHeader(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

export function cookieOf(publicUrl: string, name: string, value: string, maxAgeSeconds: number): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

/** The digest we store of a cookie's secret, so that whoever reads the table cannot sign in with it. */
export const keyOf = (cookie: string): string => sha256(cookie);
