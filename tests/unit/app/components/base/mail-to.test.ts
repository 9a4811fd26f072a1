import { expect, test } from 'vitest';
import { mailTo } from '#app/components/base/mail-to.ts';

test('a link for mail puts everybody in blind copy and nobody in the recipient field', () =>
  expect(mailTo(['a@b.dk', null, 'c+d@b.dk'], 'Fyn & omegn')).toBe(
    'mailto:?bcc=a%40b.dk,c%2Bd%40b.dk&subject=Fyn%20%26%20omegn',
  ));
test('without addresses there is no link for mail', () => expect(mailTo([null], 'Fyn')).toBeUndefined());
test('a link for mail that mail programs would cut off is left out', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => `vejleder-${n}@bibliotek.example`);
  expect(mailTo(many(40), 'Fyn')).toBeDefined();
  expect(mailTo(many(80), 'Fyn')).toBeUndefined();
});
