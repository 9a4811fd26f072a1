import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { InformationPage } from '#app/components/frame/information-page.tsx';
import { wordsIn } from '#app/words/words.server.ts';

const drawn = (language: 'da' | 'en', page: 'contact' | 'accessibility' | 'privacy', email: string | null) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={wordsIn(language)}>
      <InformationPage page={page} issuer="Styrelsen" email={email} />
    </I18nextProvider>,
  );

test('the longest heading breaks between the parts of its word', () => {
  expect(drawn('da', 'accessibility', null)).toContain('<h1>Tilgængeligheds\u00aderklæring</h1>');
});

test.each(['contact', 'accessibility', 'privacy'] as const)(
  '%s asks people to write only if there is an address',
  (page) => {
    for (const [language, words] of [
      ['da', /skriv til os|adressen står/i],
      ['en', /write to us|address is below/i],
    ] as const) {
      expect(drawn(language, page, null)).not.toMatch(words);
      expect(drawn(language, page, null)).not.toContain('{{');
      expect(drawn(language, page, 'hjaelp@vejlederbevis.example')).toMatch(words);
      expect(drawn(language, page, 'hjaelp@vejlederbevis.example')).toContain('mailto:hjaelp@vejlederbevis.example');
    }
  },
);
