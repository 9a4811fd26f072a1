import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import { asOfFrom } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeGuidanceFigures } from '#app/use-cases/guidance/figures/see-guidance-figures.server.ts';
import { troubleKinds } from '#app/use-cases/guidance/figures/trouble-kinds.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/surroundings.ts';

export const meta = pageMeta;

/** The text about one solution that its owner is sent. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-guidance-figures');
  const t = translator({ language }, 'surroundings');
  const guidance = translator({ language }, 'guidance');
  const { ok, asOf, knownOn } = asOfFrom(world, new URL(request.url));
  const solution = world.topics.solutions.find(({ key }) => key === params.solution);
  if (!ok || !solution) throw notFound();
  const figures = await seeGuidanceFigures(world, viewer, asOf, knownOn);
  if (!figures) throw forbidden();
  const row = figures.trouble.rows.find(({ key }) => key === solution.key)!;
  const shown = (count: number | null) => (count === null ? t('log.hidden') : String(count));
  const title = solution.title[language];
  const owner = solution.owner?.[language];
  const lines = [
    ...(owner ? [t('list.to', { owner }), ''] : []),
    t('list.intro', { title, from: formatDay(language, figures.from), to: formatDay(language, asOf) }),
    '',
    ...troubleKinds()
      .map((kind) => ({ what: guidance(`blocked.${kind}`), count: row.counts[kind] ?? null }))
      .filter(({ count }) => count !== 0)
      .map(({ what, count }) => t('list.line', { what, number: shown(count) })),
    t('list.sum', { number: shown(row.total) }),
    '',
    ...(figures.own ? [] : [t('list.foot')]),
  ];
  return {
    title: owner ? t('list.title', { owner }) : t('list.no-owner', { title }),
    days: { asOf, knownOn },
    subject: t('list.subject', { title }),
    text: lines.join('\n').trim(),
  };
}

export default function TroubleList() {
  const { title, days, subject, text } = useLoaderData<typeof loader>();
  const { t } = useTranslation('surroundings');
  const { t: common } = useTranslation('common');
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: agencyLink('/guidance-log', days), text: t('list.back') }]}
        here={title}
      />
      <h1>{title}</h1>
      <p className="lead">{t('list.lead')}</p>
      <h2 className="h3">{t('list.text')}</h2>
      <pre className="text-to-copy">{`${subject}\n\n${text}`}</pre>
      <p className="only-screen">
        <a className="button button-primary" href={mail}>
          {t('list.open')}
        </a>
      </p>
    </>
  );
}
