import type { NextFunction, Request, Response } from 'express';
import { malformedAddress, sendPage, strangeMethod } from './bare-page.server.ts';

const methods = ['GET', 'HEAD', 'POST'];
/** A backslash reads as a slash in some places and not in others; control characters are in no address of ours. */
const strange = /%5c|\\|%[01][\da-f]|%7f/i;

/** Refuses what no browser asks of us, before a page looks at it: scanners send it all day. */
export function refuseOdd(request: Request, response: Response, next: NextFunction): void {
  if (!methods.includes(request.method)) {
    response.setHeader('Allow', methods.join(', '));
    sendPage(response, 405, strangeMethod);
  } else if (!isOurs(request.url)) sendPage(response, 400, malformedAddress);
  else next();
}

/** The address is a path of ours, not one of another server, and can be read. */
function isOurs(asked: string): boolean {
  const [path] = asked.split('?', 1) as [string];
  if (!path.startsWith('/') || strange.test(path) || /%00/.test(asked)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
