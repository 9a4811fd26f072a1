import { type LinkProps, Link as RemixLink } from '@remix-run/react';
import type { ComponentType } from 'react';

type ForRemix = 'to' | 'reloadDocument' | 'preventScrollReset' | 'discover';
type Props = Pick<
  LinkProps,
  ForRemix | 'className' | 'lang' | 'rel' | 'target' | 'aria-current' | 'aria-label' | 'children'
>;

/**
 * Remix's link. On the server we render absolute addresses directly, with the attributes Remix would give them:
 * resolving the route of each link cost more than rendering the rest of the element.
 */
export const Link: ComponentType<Props> = import.meta.env.SSR ? Written : RemixLink;

/**
 * Lists each attribute by name because copying the rest of an object makes a slow object, and pages have many links.
 */
function Written(props: Props) {
  const { to, reloadDocument, discover } = props;
  if (typeof to !== 'string' || !/^\/[!-~]*$/.test(to)) return <RemixLink {...props} />;
  return (
    <a
      className={props.className}
      href={to}
      lang={props.lang}
      rel={props.rel}
      target={props.target}
      aria-current={props['aria-current']}
      aria-label={props['aria-label']}
      data-discover={reloadDocument || discover === 'none' ? undefined : 'true'}
    >
      {props.children}
    </a>
  );
}
