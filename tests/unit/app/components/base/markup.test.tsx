import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Drawn, markupOf } from '#app/components/base/markup.tsx';

test('a document has what is drawn in its place, and not once more as data', () => {
  const markup = markupOf('<p>æ &amp; ø</p>', { inDocument: true });
  expect(renderToStaticMarkup(<Drawn id="here" markup={markup} />)).toBe('<div id="here"><p>æ &amp; ø</p></div>');
  expect(JSON.stringify(markup)).toBe('{}');
});

test('as data it is sent', () => {
  expect(JSON.stringify(markupOf('<p></p>', { inDocument: false }))).toBe('{"html":"<p></p>"}');
});
