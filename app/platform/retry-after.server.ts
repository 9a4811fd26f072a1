import type { HeadersArgs } from '@remix-run/node';

/**
 * Passes on how long to wait after too many tries. Remix drops every loader or action header that is not listed here.
 */
export function retryAfter({ errorHeaders, actionHeaders }: HeadersArgs): Record<string, string> {
  const seconds = (errorHeaders ?? actionHeaders).get('Retry-After');
  return seconds === null ? {} : { 'Retry-After': seconds };
}
