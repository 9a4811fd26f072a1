import type { HeadersArgs } from '@remix-run/node';

/** When to come back after too many tries. Remix sends no header of a loader or an action that is not named here. */
export function retryAfter({ errorHeaders, actionHeaders }: HeadersArgs): Record<string, string> {
  const seconds = (errorHeaders ?? actionHeaders).get('Retry-After');
  return seconds === null ? {} : { 'Retry-After': seconds };
}
