import { type FormProps, Form as RemixForm, useLocation } from '@remix-run/react';
import type { ComponentType } from 'react';

type Props = Pick<
  FormProps,
  | 'action'
  | 'className'
  | 'encType'
  | 'method'
  | 'noValidate'
  | 'preventScrollReset'
  | 'reloadDocument'
  | 'onChange'
  | 'onSubmit'
  | 'onDragOver'
  | 'onDragLeave'
  | 'onDrop'
  | 'children'
>;

/**
 * Remix's form. On the server we render the element directly, with the attributes Remix would give it; see `link.tsx`.
 * Relative addresses and the front page (which Remix marks) are still left to Remix.
 */
export const Form: ComponentType<Props> = import.meta.env.SSR ? Written : RemixForm;

function Written(props: Props) {
  const { pathname, search } = useLocation();
  const { action = pathname + search, method = 'get', reloadDocument } = props;
  if (!/^\/(?!\?)[!-~]+$/.test(action)) return <RemixForm {...props} />;
  return (
    <form
      className={props.className}
      method={method.toLowerCase() === 'get' ? 'get' : 'post'}
      action={action}
      encType={props.encType}
      noValidate={props.noValidate}
      data-discover={reloadDocument ? undefined : 'true'}
    >
      {props.children}
    </form>
  );
}
