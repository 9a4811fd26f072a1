import { useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import type { Issuing } from '#app/use-cases/certificates/issuing/see-issuing.server.ts';

const outcomes = ['issued', 'had', 'held-back', 'letters-missing', 'not-earned'] as const;

/** Shows how far issuing has come, refreshed every second with JavaScript, and the outcome for everybody at the end. */
export function IssuingProgress({ run }: { run: NonNullable<Issuing['run']> }) {
  const { t } = useTranslation('leader');
  const { revalidate } = useRevalidator();
  const [scripts, setScripts] = useState(false);
  const runs = run.endedAt === null;
  useEffect(() => {
    setScripts(true);
    if (!runs) return;
    const asking = setInterval(revalidate, 1_000);
    return () => clearInterval(asking);
  }, [runs, revalidate]);
  const summary = (
    <ul>
      {outcomes
        .filter((outcome) => run.outcomes[outcome] > 0)
        .map((outcome) => (
          <li key={outcome}>{t(`issuing.outcome.${outcome}`, { count: run.outcomes[outcome] })}</li>
        ))}
    </ul>
  );
  if (!runs)
    return (
      <Message tone={run.outcomes['letters-missing'] > 0 ? 'warning' : 'ok'} lead={t('issuing.done')}>
        {summary}
      </Message>
    );
  return (
    <section className="space-5" aria-labelledby="progress-label">
      <p id="progress-label" role="status">
        {t('issuing.progress', { done: run.done, of: run.of })}
      </p>
      <progress className="progress-bar" aria-labelledby="progress-label" value={run.done} max={run.of} />
      {summary}
      <p>{t('issuing.leave')}</p>
      {!scripts && (
        <p>
          <Link className="text-link" to="." reloadDocument>
            {t('issuing.reload')}
          </Link>
        </p>
      )}
    </section>
  );
}
