import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { WaitingList } from '#app/components/readiness/evidence/waiting-list.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { listWaitingEvidence } from '#app/use-cases/readiness/evidence/list-waiting-evidence.server.ts';
import '#app/words/papers.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'confirm-evidence');
  const waiting = await listWaitingEvidence(world, viewer);
  if (!waiting) throw forbidden();
  return {
    title: translator({ language }, 'evidence')('to-confirm', { count: waiting.length }),
    language,
    waiting,
    gates: Object.fromEntries(world.policy.gates.map(({ key, short }) => [key, short[language]])),
  };
}

export default function EvidenceToConfirm() {
  const { title, language, waiting, gates } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evidence');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: agencyLink('/readiness', {}), text: common('menu.overview') }]}
        here={t('to-confirm-short')}
      />
      <h1>{title}</h1>
      <p className="lead">{t('to-confirm-lead')}</p>
      <WaitingList language={language} waiting={waiting} gates={gates} />
    </>
  );
}
