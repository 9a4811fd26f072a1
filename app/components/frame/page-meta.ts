import type { MetaFunction } from '@remix-run/node';

type Titled = { title?: string; noIndex?: boolean } | undefined;

/** The title begins with the finding; the loader says it as `title`, an error in the form puts its word first (see ErrorSummary). Where a long word may break is for the heading alone. */
export const pageMeta: MetaFunction = ({ data, error }) => {
  const { title, noIndex } = (data as Titled) ?? {};
  return [
    { title: error || !title ? 'Vejlederbevis' : `${title.replaceAll('\u00ad', '')} – Vejlederbevis` },
    ...(noIndex ? [{ name: 'robots', content: 'noindex' }] : []),
  ];
};
