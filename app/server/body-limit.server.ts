import type { NextFunction, Request, Response } from 'express';
import { refusedBody } from '#app/platform/form.server.ts';
import { busyWithFiles, sendPage } from './bare-page.server.ts';
import type { LoadContext } from './load-context.server.ts';

const megabyte = 1024 * 1024;
/** Enough for five files of ten megabytes and a text, on the pages that accept files from people who are signed in. */
const mostWithFiles = 52 * megabyte;
const most = megabyte;
const takesFiles = /^\/+(enrolments|holds|partners)\//i;

/**
 * We discard this many bytes before we cut the connection, because browsers read no response before they have sent
 * everything.
 */
const mostDrained = 4 * mostWithFiles;

type Limits = { bytesAtOnce?: number; mostWaiting?: number; longestWait?: number };
type Waiting = { person: string; bytes: number; go: () => void };

/**
 * Decides about a body before it is read: who sends it, how long it is, and how many are being read. One that is too
 * large, comes from a stranger or does not state its length is discarded, and the page that received the form shows the
 * refusal in the visitor's language. Large bodies are held in memory while they are read, so together they have a limit,
 * and each person sends one at a time; whoever waits too long is told to try again.
 */
export function bodyLimit({ bytesAtOnce = 3 * mostWithFiles, mostWaiting = 60, longestWait = 30_000 }: Limits = {}) {
  const reading = new Map<string, number>();
  const waiting: Waiting[] = [];

  const next = () => {
    const first = waiting.find(({ person }) => !reading.has(person));
    const held = [...reading.values()].reduce((sum, bytes) => sum + bytes, 0);
    if (!first || held + first.bytes > bytesAtOnce) return;
    waiting.splice(waiting.indexOf(first), 1);
    first.go();
    next();
  };

  return (request: Request, response: Response, pass: NextFunction): void => {
    delete request.headers[refusedBody];
    const person = (response.locals.load as LoadContext | undefined)?.viewer?.personId;
    const refused = refusalOf(request, person);
    if (refused) {
      request.headers[refusedBody] = refused;
      discard(request, response, pass);
      return;
    }
    const bytes = lengthOf(request);
    if (!person || bytes <= most) {
      pass();
      return;
    }
    const go = () => {
      clearTimeout(patience);
      reading.set(person, bytes);
      response.once('close', () => {
        reading.delete(person);
        next();
      });
      pass();
    };
    const turn = { person, bytes, go };
    const leave = () => {
      clearTimeout(patience);
      const at = waiting.indexOf(turn);
      if (at >= 0) waiting.splice(at, 1);
      return at >= 0;
    };
    const patience = setTimeout(() => {
      if (leave()) discard(request, response, () => sendPage(response, 503, busyWithFiles));
    }, longestWait);
    if (waiting.length >= mostWaiting) {
      clearTimeout(patience);
      discard(request, response, () => sendPage(response, 503, busyWithFiles));
      return;
    }
    waiting.push(turn);
    response.once('close', leave);
    next();
  };
}

/** The status that says why a body may not be read. */
function refusalOf(request: Request, person: string | undefined): '401' | '411' | '413' | undefined {
  if (request.get('transfer-encoding') !== undefined) return '411';
  const length = lengthOf(request);
  if (length <= most) return undefined;
  if (!takesFiles.test(request.path) || length > mostWithFiles) return '413';
  return person ? undefined : '401';
}

const lengthOf = (request: Request) => Number(request.get('content-length') ?? 0);

/** Reads a body without keeping it. */
function discard(request: Request, response: Response, then: () => void): void {
  let drained = 0;
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > mostDrained) response.destroy();
  });
  request.once('end', then);
}
