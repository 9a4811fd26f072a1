import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { markupOf, ServerMarkup } from '#app/components/base/markup.tsx';

test('in a document, drawn markup is in its place and not repeated in the data', () => {
  const markup = markupOf('<p>æ &amp; ø</p>', { inDocument: true });
  expect(renderToStaticMarkup(<ServerMarkup id="here" markup={markup} />)).toBe(
    '<div id="here"><p>æ &amp; ø</p></div>',
  );
  expect(JSON.stringify(markup)).toBe('{}');
});

test('in data that is fetched alone, drawn markup is included', () => {
  expect(JSON.stringify(markupOf('<p></p>', { inDocument: false }))).toBe('{"html":"<p></p>"}');
});
