import { createServer, IncomingMessage, type RequestListener, type Server, ServerResponse } from 'node:http';
import type { Application } from 'express';

/**
 * A server whose requests and answers are born with the prototypes that Express would give each of them: V8 lets go of
 * what has changed its prototype only when it sweeps the whole heap, and of all that hangs on it.
 */
export function serverOf(app: Application): Server {
  const { request, response } = app as unknown as { request: object; response: object };
  const born = {
    IncomingMessage: bornAs(IncomingMessage, request),
    ServerResponse: bornAs(ServerResponse, response),
  };
  return createServer(born, app as RequestListener);
}

function bornAs<Kind>(base: Kind, prototype: object): Kind {
  const bear = base as (this: object, from: unknown, options: unknown) => void;
  function Born(this: object, from: unknown, options: unknown) {
    bear.call(this, from, options);
  }
  Born.prototype = prototype;
  return Born as Kind;
}
