import type { NextFunction, Request, Response } from 'express';
import { refusedBody } from '#app/platform/form.server.ts';

const megabyte = 1024 * 1024;
/** Enough for five files of ten megabytes and a text, on the pages that accept files. */
const mostWithFiles = 52 * megabyte;
const most = megabyte;
const takesFiles = /^\/+(enrolments|holds)\//i;

/**
 * We discard this many bytes before we cut the connection, because browsers read no response before they have sent
 * everything.
 */
const mostDrained = 4 * mostWithFiles;

/**
 * Discards a body that is too large or does not state its length. The page that received the form shows the refusal, in
 * the visitor's language and with the usual frame.
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
