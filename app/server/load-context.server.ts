import type { AppLoadContext } from '@remix-run/node';
import type { Log } from '#app/platform/log.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Language } from '#app/words/make-words.ts';

/** What the server hands to every loader and action. */
export type LoadContext = {
  world: World;
  viewer: Viewer | undefined;
  language: Language;
  /** A document is asked for, not the data of a page that the browser draws. */
  inDocument: boolean;
  nonce: string;
  requestId: string;
  log: Log;
  /** The address of the client, for rate limits only. */
  client: string;
  /** The page, when it has been drawn, until it is sent. */
  page?: Buffer;
  /** Something went wrong that was not the visitor's doing. */
  isAtFault?: boolean;
};

export function contextOf(load: AppLoadContext): LoadContext {
  return load as unknown as LoadContext;
}
