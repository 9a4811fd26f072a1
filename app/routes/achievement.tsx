import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { notFound } from '#app/server/require-viewer.server.ts';
import { seeAchievement } from '#app/use-cases/certificates/checking/see-achievement.server.ts';
import { formatList, formatNumber } from '#app/words/format.ts';
import '#app/words/public-pages.ts';

export const meta = pageMeta;
export const headers = () => ({ Vary: 'Accept' });

/** The address that badges refer to: a page for people, JSON for clients that ask for JSON and not for a page. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const seen = seeAchievement(world, { course: params.course!, edition: params.edition!, language });
  if (!seen) throw notFound();
  const json = `/achievements/${seen.course}/${seen.edition}/achievement.json`;
  const accept = request.headers.get('accept') ?? '';
  if (/json/.test(accept) && !/text\/html/.test(accept))
    throw redirect(`${json}${new URL(request.url).search}`, { status: 303, headers: { Vary: 'Accept' } });
  const { title, edition, evidence, learned, months, issuer } = seen;
  return { title, language, edition, evidence, learned, months, issuer, json };
}

export default function Achievement() {
  const { title, language, edition, evidence, learned, months, issuer, json } = useLoaderData<typeof loader>();
  const { t } = useTranslation('public');
  return (
    <article className="prose">
      <p className="overline">{t('achievement.over', { issuer })}</p>
      <h1>{title}</h1>
      <p className="lead">{t('achievement.lead')}</p>
      <Facts
        rows={[
          [t('achievement.version'), edition],
          ...(learned.minutes > 0
            ? [
                [
                  t('achievement.extent'),
                  t('achievement.hours', { hours: formatNumber(language, Math.round(learned.minutes / 30) / 2, 1) }),
                ] as const,
              ]
            : []),
          ...(learned.level ? [[t('achievement.level'), learned.level] as const] : []),
          [t('achievement.lasts'), t('achievement.months', { count: months })],
          [t('achievement.issuer'), issuer],
        ]}
      />
      <h2>{t('achievement.takes')}</h2>
      <ul>
        {evidence.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <h2>{t('achievement.learned')}</h2>
      <ul>
        {learned.always.map((goal) => (
          <li key={goal}>{goal}</li>
        ))}
        {learned.choices.map(({ n, of }) => (
          <li key={of.join()}>{t('achievement.chosen', { count: n, of: formatList(language, of) })}</li>
        ))}
      </ul>
      <p>{t('achievement.holder')}</p>
      <div className="actions">
        <Link className="button button-primary" to="/check">
          {t('achievement.check')}
        </Link>
        <a className="text-link" href={json}>
          {t('achievement.machine')}
        </a>
      </div>
    </article>
  );
}
