import { createServer, IncomingMessage, type RequestListener, type Server, ServerResponse } from 'node:http';
import type { Application } from 'express';

/**
 * Creates requests and responses with Express's prototypes from the start. Express would otherwise change the prototype
 * of each one, and V8 frees such an object, and everything it refers to, only in a full garbage collection.
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
