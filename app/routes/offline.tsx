import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Message } from '#app/components/base/message.tsx';
import { BrokenLine } from '#app/components/frame/broken-line.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { KeptList } from '#app/components/offline/kept-list.tsx';
import { LeavingForm } from '#app/components/offline/leaving-form.tsx';
import { useDevice } from '#app/components/offline/use-device.ts';
import { WaitingList } from '#app/components/offline/waiting-list.tsx';
import { translator } from '#app/platform/translator.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import '#app/words/offline.ts';

export const meta = pageMeta;

export function loader({ request, context }: LoaderFunctionArgs) {
  const { language } = requireViewer(context, request, 'learn');
  return { title: translator({ language }, 'offline')('title-online'), language };
}

const reasons = ['test', 'form', 'practice'] as const;

/** What is on this device and what waits in it, and why something needs a network. The worker sends people here. */
export default function Offline() {
  const { language } = useLoaderData<typeof loader>();
  const { t } = useTranslation('offline');
  const device = useDevice();
  const { because, wanted, isLeaving } = useAsked();
  const known = device === 'none' ? undefined : device;
  const waiting = known?.waiting ?? [];
  const offline = known?.offline ?? false;
  return (
    <>
      <WithPicture>
        <h1>{t(offline ? 'title' : 'title-online')}</h1>
        {because && <Message tone="warning" lead={t(`because.${because}`)} />}
        <p className="lead">{t(device === 'none' ? 'no-worker' : offline ? 'lead' : 'lead-online')}</p>
        {isLeaving && waiting.length > 0 && <LeavingForm count={waiting.length} />}
        {/* The browser itself asks: whether there is a network shows in what comes. */}
        <p className="actions">
          <a className="button button-secondary" href={wanted || '/my-certificate'}>
            {t('waiting.send')}
          </a>
        </p>
      </WithPicture>
      {known && (
        <>
          <WaitingList waiting={waiting} language={language} />
          <KeptList kept={known.kept} />
        </>
      )}
    </>
  );
}

/** What the address asks, once the page is in the browser: a kept page is the same for every reason. */
function useAsked() {
  const { search } = useLocation();
  const [asked, setAsked] = useState(new URLSearchParams());
  useEffect(() => setAsked(new URLSearchParams(search)), [search]);
  const wanted = asked.get('wanted') ?? '';
  const reason = reasons.find((each) => each === asked.get('because'));
  return {
    because: reason ?? (wanted ? ('wanted' as const) : undefined),
    wanted: /^\/(?!\/)/.test(wanted) ? wanted : '',
    isLeaving: asked.get('because') === 'leaving',
  };
}

function WithPicture({ children }: { children: ReactNode }) {
  return (
    <div className="with-picture">
      <svg viewBox="0 20 240 140" aria-hidden="true">
        <BrokenLine />
      </svg>
      <div>{children}</div>
    </div>
  );
}
