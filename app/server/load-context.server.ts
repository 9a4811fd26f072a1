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
  /** True if the browser asked for a document, false if it asked for the data of a page it draws itself. */
  inDocument: boolean;
  nonce: string;
  requestId: string;
  log: Log;
  /** The client's address, used only for rate limits. */
  client: string;
  /** The rendered page, until it is sent. */
  page?: Buffer;
  /** True if something failed and the visitor did not cause it. */
  isAtFault?: boolean;
  /** True if that was the database: it was away, or had no time for this visitor. */
  isUnavailable?: boolean;
  /** Whether what was sent is kept and goes on by itself, although the database is lost now. */
  goesOn?: boolean;
};

export function contextOf(load: AppLoadContext): LoadContext {
  return load as unknown as LoadContext;
}
