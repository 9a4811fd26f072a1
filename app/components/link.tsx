import { type LinkProps, Link as RemixLink } from '@remix-run/react';

/**
 * Remix's link. On the server an absolute address is written as it is, with the attributes Remix would give it: to find
 * its way about the routes for each link cost more than the rest of the element.
 */
export const Link: typeof RemixLink = import.meta.env.SSR ? (Written as typeof RemixLink) : RemixLink;

function Written({ to, preventScrollReset: _, reloadDocument, ...props }: LinkProps) {
  if (typeof to !== 'string' || !/^\/[!-~]*$/.test(to)) return <RemixLink to={to} {...props} />;
  return <a {...props} href={to} {...(!reloadDocument && { 'data-discover': 'true' })} />;
}
