import type { NextFunction, Request, Response } from 'express';
import { crossSiteForm, sendPage } from './bare-page.server.ts';

/**
 * Every request that changes something must come from our own pages. The browser says so in Origin, or in
 * Sec-Fetch-Site if it sends no Origin. Remix compares Origin with the host, so we overwrite the host it reads with
 * ours.
 */
export function sameOrigin(origins: readonly string[]) {
  return (request: Request, response: Response, next: NextFunction) => {
    const origin = request.get('origin');
    const ours = origin ? origins.find((each) => each === origin) : origins[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const welcome = origin ? ours !== undefined : request.get('sec-fetch-site') === 'same-origin';
      if (!welcome) {
        sendPage(response, 403, crossSiteForm);
        return;
      }
    }
    request.headers['x-forwarded-host'] = new URL(ours ?? origins[0]!).host;
    next();
  };
}
