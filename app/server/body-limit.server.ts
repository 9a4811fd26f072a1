import type { NextFunction, Request, Response } from 'express';
import { refusedBody } from '#app/platform/form.server.ts';

const megabyte = 1024 * 1024;
/** Five files of ten megabytes and a text, on the pages that take files. */
const mostWithFiles = 52 * megabyte;
const most = megabyte;
const takesFiles = /^\/+(enrolments|holds)\//i;

/** So much is thrown away before the connection is cut; browsers read no answer before they have sent all. */
const mostDrained = 4 * mostWithFiles;

/**
 * A body that is too large, or that does not say how large it is, is thrown away unread. The refusal is answered by the
 * page the form came to, in the language and frame of the visitor.
 */
export function bodyLimit(request: Request, response: Response, next: NextFunction): void {
  delete request.headers[refusedBody];
  const length = Number(request.get('content-length') ?? 0);
  const refused =
    request.get('transfer-encoding') !== undefined
      ? '411'
      : length > (takesFiles.test(request.path) ? mostWithFiles : most) && '413';
  if (!refused) {
    next();
    return;
  }
  request.headers[refusedBody] = refused;
  let drained = 0;
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > mostDrained) response.destroy();
  });
  request.once('end', next);
}
