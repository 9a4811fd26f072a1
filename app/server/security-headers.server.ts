import { randomFillSync } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

/**
 * The few headers that a built script, style or font needs. The other headers are for pages and would add six kilobytes
 * per visit.
 */
export function setAssetHeaders(response: Response): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Content-Security-Policy', "default-src 'self'");
}

/** A new nonce for each response, and the headers that block foreign scripts, frames and forms. */
export function securityHeaders(options: { https: boolean; development: boolean }) {
  const scripts = options.development ? ["'unsafe-eval'"] : [];
  const connects = options.development ? ['ws:'] : [];
  const styles = options.development ? ["'unsafe-inline'"] : [];
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", `'nonce-${here}'`, ...scripts],
        styleSrc: ["'self'", ...styles],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", ...connects],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(options.https && { upgradeInsecureRequests: [] }),
      },
    },
    // no-referrer would make browsers send "Origin: null" with our own forms.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: options.https,
  });
  const headers = headersOf(protect);
  return (request: Request, response: Response, next: NextFunction) => {
    const nonce = newNonce();
    response.locals.nonce = nonce;
    for (const { name, around } of headers) response.setHeader(name, around.join(nonce));
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (/^\/+v\//i.test(request.path)) {
      response.setHeader('Referrer-Policy', 'same-origin');
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('X-Robots-Tag', 'noindex');
    }
    next();
  };
}

const drawn = Buffer.alloc(4096);
let used = drawn.length;

/**
 * 16 random bytes as base64. We draw random bytes for many pages at once, because drawing them for each page took a
 * twentieth of its CPU.
 */
function newNonce(): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += 16;
  return drawn.toString('base64', used - 16, used);
}

/** The placeholder for the nonce of a response. */
const here = 'NONCE';

/**
 * The headers that helmet sets. We ask it only once, because it computes every header again and only the nonce differs.
 */
function headersOf(protect: ReturnType<typeof helmet>): { name: string; around: string[] }[] {
  const headers: { name: string; around: string[] }[] = [];
  const setHeader = (name: string, value: string) => headers.push({ name, around: value.split(here) });
  const answer = { setHeader, removeHeader() {} };
  protect({} as Request, answer as unknown as Response, (fault?: unknown) => {
    if (fault) throw fault;
  });
  return headers;
}
