import { type LinkProps, Link as RemixLink } from '@remix-run/react';

/**
 * Remix's link. On the server an absolute address is written as it is, with the attributes Remix would give it: to find
 * its way about the routes for each link cost more than the rest of the element.
 */
export const Link: typeof RemixLink = import.meta.env.SSR ? (Written as typeof RemixLink) : RemixLink;

/** What is left out is left undefined: to take the rest of an object apart makes a slow one, and a page has many links. */
function Written(props: LinkProps) {
  const { to, reloadDocument } = props;
  if (typeof to !== 'string' || !/^\/[!-~]*$/.test(to)) return <RemixLink {...props} />;
  const left = { to: undefined, reloadDocument: undefined, preventScrollReset: undefined };
  return <a {...props} {...left} href={to} data-discover={reloadDocument ? undefined : 'true'} />;
}
