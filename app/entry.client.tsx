import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { makeWords } from './words/make-words.ts';

/** Loads only the translations of the page's language. */
async function hydrate() {
  const language = document.documentElement.lang === 'en' ? 'en' : 'da';
  const { words } = language === 'en' ? await import('./words/en.ts') : await import('./words/da.ts');
  const i18n = makeWords(language, words);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
