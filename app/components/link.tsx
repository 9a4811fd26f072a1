import { type LinkProps, Link as RemixLink } from '@remix-run/react';

/**
 * Remix's link. On the server an absolute address is written as it is, with the attributes Remix would give it: to find
 * its way about the routes for each link cost more than the rest of the element.
 */
export const Link: typeof RemixLink = import.meta.env.SSR ? (Written as typeof RemixLink) : RemixLink;

/** For Remix alone. Left undefined, not left out: to take the rest of an object apart makes a slow one, and links are many. */
const notWritten = { to: undefined, reloadDocument: undefined, preventScrollReset: undefined };

function Written(props: LinkProps) {
  const { to, reloadDocument } = props;
  if (typeof to !== 'string' || !/^\/[!-~]*$/.test(to)) return <RemixLink {...props} />;
  return <a {...props} {...notWritten} href={to} data-discover={reloadDocument ? undefined : 'true'} />;
}
