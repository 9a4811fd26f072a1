import type { MetaFunction } from '@remix-run/node';

type Titled = { title?: string; noIndex?: boolean } | undefined;
type Described = { description?: string } | undefined;

/**
 * The title begins with the finding that the loader returns as `title`. ErrorSummary puts the error word before it.
 * Marks for breaking long words apply to the heading only. The description comes from the root, which knows the address.
 */
export const pageMeta: MetaFunction = ({ data, error, matches }) => {
  const { title, noIndex } = (data as Titled) ?? {};
  const { description } = (matches[0]?.data as Described) ?? {};
  return [
    { title: error || !title ? 'Vejlederbevis' : `${title.replaceAll('\u00ad', '')} – Vejlederbevis` },
    ...(description ? [{ name: 'description', content: description }] : []),
    ...(noIndex ? [{ name: 'robots', content: 'noindex' }] : []),
  ];
};
