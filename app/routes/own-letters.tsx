import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Pages } from '#app/components/base/pages.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { askedPage } from '#app/platform/asked-page.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireSignedIn } from '#app/server/require-viewer.server.ts';
import { ownLetters } from '#app/use-cases/study/own-letters.server.ts';
import { formatInstant } from '#app/words/format.ts';
import '#app/words/study.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireSignedIn(context, request);
  const found = await ownLetters(world, viewer, askedPage(new URL(request.url).searchParams));
  return { title: translator({ language }, 'study')('letters.title'), language, ...found };
}

export default function OwnLetters() {
  const { language, letters, page, of } = useLoaderData<typeof loader>();
  const { t } = useTranslation('study');
  return (
    <>
      <h1>{t('letters.title')}</h1>
      <p className="lead">{t(letters.length === 0 ? 'letters.none' : 'letters.lead')}</p>
      <ul className="plain-list space-6">
        {letters.map((letter) => (
          <li key={letter.id}>
            <details className="disclosure">
              <summary>
                <span lang={letter.language}>{letter.subject}</span>{' '}
                <span className="muted small">
                  {t(letter.sent ? 'letters.sent' : 'letters.waiting', { at: formatInstant(language, letter.at) })}
                </span>
              </summary>
              <p className="own-note__text" lang={letter.language}>
                {letter.text}
              </p>
            </details>
          </li>
        ))}
      </ul>
      <Pages page={page} of={of} label={t('letters.pages')} to="/my-letters" />
    </>
  );
}
