import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { LineToSeal } from '#app/components/course-line/line-to-seal.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { sampleNumber, sealRings } from '#app/platform/seal-rings.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { homeOf } from '#app/use-cases/home-of.ts';
import '#app/words/public-pages.ts';

export const meta = pageMeta;

export function loader({ context }: LoaderFunctionArgs) {
  const { viewer, language } = contextOf(context);
  if (viewer) return redirect(homeOf(viewer));
  return { title: translator({ language }, 'public')('home.title'), rings: sealRings(sampleNumber) };
}

export default function Home() {
  const { rings } = useLoaderData<typeof loader>();
  const { t } = useTranslation('public');
  return (
    <>
      <h1>{t('home.title')}</h1>
      <p className="lead">{t('home.lead')}</p>
      <div className="actions">
        <Link className="button button-primary" to="/sign-in">
          {t('home.sign-in')}
        </Link>
        <Link className="button button-secondary" to="/check">
          {t('home.check')}
        </Link>
        <Link className="text-link" to="/find-help">
          {t('home.find-help')}
        </Link>
      </div>
      <LineToSeal rings={rings} />
      <section className="space-7" aria-labelledby="who">
        <h2 id="who">{t('home.who')}</h2>
        <ul>
          <li>{t('home.adviser')}</li>
          <li>{t('home.leader')}</li>
          <li>{t('home.agency')}</li>
          <li>{t('home.anyone')}</li>
        </ul>
      </section>
    </>
  );
}
