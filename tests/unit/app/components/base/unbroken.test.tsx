import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Unbroken } from '#app/components/base/unbroken.tsx';

const drawn = (text: string) => renderToStaticMarkup(<Unbroken text={text} />);

test('a short beginning is not divided from its word at the hyphen', () => {
  expect(drawn('Den it-pædagogiske metode')).toBe('Den <span class="unbroken">it-pædagogiske</span> metode');
  expect(drawn('it-hjælp')).toBe('<span class="unbroken">it-hjælp</span>');
  expect(drawn('cpr-nummer og e-mail')).toBe(
    '<span class="unbroken">cpr-nummer</span> og <span class="unbroken">e-mail</span>',
  );
});

test('other titles are left as they are', () => {
  for (const title of ['Moms', 'Fire-fem trin', 'Prøve – del 2', '']) expect(drawn(title)).toBe(title);
});
