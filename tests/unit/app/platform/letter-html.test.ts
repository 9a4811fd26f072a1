import { expect, test } from 'vitest';
import { footMark, letterHtml } from '#app/platform/letter-html.server.ts';

const html = (body: string, subject = 'Du har fået en plads') => letterHtml({ subject, body, language: 'da' });

test('the address in a letter becomes a button that says where it leads', () => {
  const made = html('Hej Vera\n\nDu har fået en plads på hold 2. Begynd her:\nhttps://b.example/my-certificate\n');
  expect(made).toMatch(/<html lang="da">.*<h1[^>]*>Du har fået en plads<\/h1><p[^>]*>Hej Vera<\/p>/s);
  expect(made).toMatch(/<p[^>]*>Du har fået en plads på hold 2\.<\/p>/);
  expect(made).toMatch(/<a href="https:\/\/b\.example\/my-certificate"[^>]*>Begynd her<\/a>/);
  expect(made).not.toContain('Begynd her:');
});

test('an address in a letter without a sentence before it is shown as it is', () => {
  expect(html('Du får en mail.\nhttps://b.example/')).toMatch(
    /<p[^>]*>Du får en mail\.<\/p><p[^>]*><a[^>]*>https:\/\/b/,
  );
  expect(html('Begynd her:\nhttps://b.example/')).toMatch(/<\/h1><p[^>]*><a[^>]*>Begynd her<\/a>/);
});

test('text that people wrote is never markup in a letter', () => {
  const made = html('Grund: <script>"a" & b</script>', '<b>"');
  expect(made).not.toMatch(/<script|<b>/);
  expect(made).toContain('&lt;script&gt;&quot;a&quot; &amp; b');
});

test('the foot of a letter is set apart', () => {
  expect(html(`Koden er 123456.\n${footMark}Eksempelstyrelsen`)).toMatch(
    /<p[^>]*>Koden er 123456\.<\/p><p style="[^"]*border-top[^"]*">Eksempelstyrelsen<\/p>/,
  );
});
