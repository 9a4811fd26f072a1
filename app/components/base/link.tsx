import { type LinkProps, Link as RemixLink } from '@remix-run/react';
import type { ComponentType } from 'react';

type ForRemix = 'to' | 'reloadDocument' | 'preventScrollReset';
type Props = Pick<
  LinkProps,
  ForRemix | 'className' | 'lang' | 'rel' | 'target' | 'aria-current' | 'aria-label' | 'children'
>;

/**
 * Remix's link. On the server an absolute address is written as it is, with the attributes Remix would give it: to find
 * its way about the routes for each link cost more than the rest of the element.
 */
export const Link: ComponentType<Props> = import.meta.env.SSR ? Written : RemixLink;

/** Each attribute by name: a copy of the others makes a slow object, and links are many. */
function Written(props: Props) {
  const { to, reloadDocument } = props;
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
      data-discover={reloadDocument ? undefined : 'true'}
    >
      {props.children}
    </a>
  );
}
