import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { HelpMapFigure } from '#app/components/public-help/help-map-figure.tsx';
import { findHelpLink, HelpPlacesList } from '#app/components/public-help/help-places-list.tsx';
import { HelpSearch } from '#app/components/public-help/help-search.tsx';
import { NotOnTheList } from '#app/components/public-help/not-on-the-list.tsx';
import { PlaceFound } from '#app/components/public-help/place-found.tsx';
import { mapAttribution } from '#app/components/readiness/map/outlines.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { seePublicHelp } from '#app/use-cases/help-points/see-public-help.server.ts';
import '#app/words/public-help.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const t = translator({ language }, 'public-help');
  const asked = new URL(request.url).searchParams.get('place') ?? '';
  const help = await seePublicHelp(world, { asked, language });
  return {
    title: help.place ? `${help.place.name}: ${t('find.title')}` : t('find.title'),
    // A search that finds nothing is no page for others to find.
    noIndex: help.asked !== '' && help.place === null,
    language,
    demo: world.demo,
    attribution: mapAttribution,
    help,
  };
}

export default function FindHelp() {
  const { language, demo, attribution, help } = useLoaderData<typeof loader>();
  const { t } = useTranslation('public-help');
  return (
    <>
      <h1>{t('find.title')}</h1>
      <p className="lead">
        {t('find.lead')} {demo && <span className="tag-example">{t('demo')}</span>}
      </p>
      <HelpSearch asked={help.asked} names={help.names} />
      <div className="columns space-6">
        <div>
          {help.place && <PlaceFound language={language} place={help.place} />}
          {help.several.length > 0 && (
            <section aria-labelledby="which">
              <h2 id="which">{t('find.several', { count: help.several.length })}</h2>
              <ul>
                {help.several.map((name) => (
                  <li key={name}>
                    <Link to={findHelpLink(name)}>{name}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {help.asked !== '' && !help.place && help.several.length === 0 && (
            <section aria-labelledby="none">
              <h2 id="none">{t('find.none')}</h2>
              <p>{t('find.none-text')}</p>
            </section>
          )}
          <HelpPlacesList language={language} help={help} />
        </div>
        <HelpMapFigure language={language} help={help} attribution={attribution} />
      </div>
      <NotOnTheList owners={help.owners} />
    </>
  );
}
