import type { MetaFunction } from '@remix-run/node';

type Titled = { title?: string; noIndex?: boolean } | undefined;

/**
 * The title begins with the finding that the loader returns as `title`. ErrorSummary puts the error word before it.
 * Marks for breaking long words apply to the heading only.
 */
export const pageMeta: MetaFunction = ({ data, error }) => {
  const { title, noIndex } = (data as Titled) ?? {};
  return [
    { title: error || !title ? 'Vejlederbevis' : `${title.replaceAll('\u00ad', '')} – Vejlederbevis` },
    ...(noIndex ? [{ name: 'robots', content: 'noindex' }] : []),
  ];
};
