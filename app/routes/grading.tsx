import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import { Pages } from '#app/components/base/pages.tsx';
import { NextAction } from '#app/components/course-line/next-action.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { TakenWork } from '#app/components/grading/taken-work.tsx';
import { OwnHolds, PerhapsStuck, WaitingForAnswer } from '#app/components/hold/own-holds.tsx';
import { askedPage } from '#app/platform/asked-page.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { type AppealQueue, listAppeals } from '#app/use-cases/appeals/list-appeals.server.ts';
import { listQueue, type QueueEntry } from '#app/use-cases/grading/list-queue.server.ts';
import { listRunningHolds } from '#app/use-cases/holds/list-running-holds.server.ts';
import { formatDay, formatDayOf } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'grade');
  const { searchParams } = new URL(request.url);
  const page = askedPage(searchParams);
  const queue = await listQueue(world, viewer, { page });
  if (!queue) throw forbidden();
  const appeals = await listAppeals(world, viewer, { page: askedPage(searchParams, 'appeals') });
  const holds = await listRunningHolds(world, viewer);
  return {
    title: translator({ language }, 'leader')('queue.title', { count: queue.count.open }),
    language,
    queue,
    appeals,
    holds,
  };
}

export default function Grading() {
  const { queue, appeals, holds, language } = useLoaderData<typeof loader>();
  const { t } = useTranslation('leader');
  const { entries, count, longest } = queue;
  const [first] = queue.page === 1 ? entries : [];
  const gradeText = ({ step, name, hold }: QueueEntry) =>
    name ? t('queue.grade', { step: step[language], name }) : t('queue.grade-unnamed', { step: step[language], hold });
  return (
    <>
      <div className="columns">
        <div>
          <h1>{t('queue.title', { count: count.open })}</h1>
          <p className="lead">{count.open > 0 ? t('queue.lead', { count: longest }) : t('queue.empty')}</p>
          {first && (
            <NextAction
              over={t('queue.begin')}
              title={gradeText(first)}
              text={`${t('queue.handed-in', { at: formatDayOf(language, first.handedInAt) })}. ${t('queue.answer-by', { day: formatDay(language, first.answerBy) })}.`}
            >
              <Link className="button button-primary" to={`/grading/${first.submissionId}`}>
                {t('queue.now')} <Icon name="right" />
              </Link>
            </NextAction>
          )}
          {count.open === 0 && (
            <p>
              <Link className="text-link" to="/holds">
                {t('queue.to-holds')}
              </Link>
            </p>
          )}
        </div>
        {holds.length > 0 && <OwnHolds holds={holds} language={language} />}
      </div>
      {entries.length > 0 && (
        <section className="space-7" aria-labelledby="queue">
          <h2 id="queue">{t('queue.list')}</h2>
          <ol className="queue">
            {entries.map((entry) => (
              <li key={entry.submissionId}>
                <div className="waiting">
                  <span className="sr-only">{t('queue.waited')} </span>
                  {t('queue.days', { count: entry.daysWaited })}
                  <meter
                    className="bar"
                    min={0}
                    max={Math.max(1, longest)}
                    value={entry.daysWaited}
                    aria-hidden="true"
                  />
                </div>
                <div>
                  <h3>{entry.step[language]}</h3>
                  <p className="muted">
                    {[entry.name, entry.library, entry.hold, t('queue.number', { number: entry.number })]
                      .filter(Boolean)
                      .join(' · ')}
                    {entry.state === 'mine' && <b> · {t('queue.mine')}</b>}
                    {entry.next !== 'first' && <b> · {t(`queue.next.${entry.next}`)}</b>}
                  </p>
                </div>
                <Link
                  className="button button-secondary"
                  to={`/grading/${entry.submissionId}`}
                  aria-label={gradeText(entry)}
                >
                  {t('queue.open')}
                </Link>
              </li>
            ))}
          </ol>
          <Pages page={queue.page} of={queue.pages} label={t('queue.pages')} to="queue" />
        </section>
      )}
      {count.taken > 0 && <TakenWork taken={queue.taken} count={count.taken} language={language} />}
      {count.anothers > 0 && (
        <Message lead={t('queue.anothers', { count: count.anothers })}>
          <p>{t('queue.anothers-text')}</p>
        </Message>
      )}
      {count.excluded > 0 && (
        <Message lead={t('queue.excluded', { count: count.excluded })}>
          <p>{t('queue.excluded-text')}</p>
        </Message>
      )}
      {appeals && <Appeals queue={appeals} language={language} />}
      <WaitingForAnswer holds={holds} />
      <PerhapsStuck holds={holds} language={language} />
    </>
  );
}

function Appeals({ queue, language }: { queue: AppealQueue; language: 'da' | 'en' }) {
  const { t } = useTranslation('leader');
  const { entries, page, pages, count } = queue;
  if (count.open + count.taken + count.excluded === 0) return null;
  return (
    <section className="space-7" aria-labelledby="appeals">
      <h2 id="appeals">{t('appeals.title', { count: count.open })}</h2>
      {entries.length > 0 && (
        <ol className="queue">
          {entries.map((entry) => (
            <li key={entry.appealId}>
              <div className="waiting">
                <span className="sr-only">{t('queue.waited')} </span>
                {t('queue.days', { count: entry.daysWaited })}
              </div>
              <div>
                <h3>{entry.step[language]}</h3>
                <p className="muted">
                  {[entry.name, entry.hold].filter(Boolean).join(' · ')}
                  {entry.mine && <b> · {t('queue.mine')}</b>}
                </p>
              </div>
              <Link
                className="button button-secondary"
                to={`/appeals/${entry.appealId}`}
                aria-label={t('appeals.open-name', { name: entry.name ?? entry.hold, step: entry.step[language] })}
              >
                {t('appeals.open')}
              </Link>
            </li>
          ))}
        </ol>
      )}
      <Pages page={page} of={pages} name="appeals" label={t('appeals.pages')} to="appeals" />
      {count.taken > 0 && <Message lead={t('appeals.taken', { count: count.taken })} />}
      {count.excluded > 0 && (
        <Message lead={t('appeals.excluded', { count: count.excluded })}>
          <p>{t('appeals.excluded-text')}</p>
        </Message>
      )}
    </section>
  );
}
