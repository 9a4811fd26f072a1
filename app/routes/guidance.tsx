import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { guidanceOutcomes, guidanceReasons, logGuidance } from '#app/use-cases/guidance/log-guidance.server.ts';
import { seeGuidance } from '#app/use-cases/guidance/see-guidance.server.ts';
import { undoGuidance } from '#app/use-cases/guidance/undo-guidance.server.ts';
import { formatDay, formatMonth } from '#app/words/format.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'log-guidance');
  const seen = await seeGuidance(world, viewer);
  const asked = new URL(request.url).searchParams;
  const last = seen.recent.find(({ id }) => id === asked.get('saved'));
  return {
    title: translator({ language }, 'adviser')(last ? 'guidance.saved' : 'guidance.title'),
    language,
    operationId: world.newId(),
    last,
    undone: asked.has('undone'),
    ...seen,
    reasons: guidanceReasons,
    outcomes: guidanceOutcomes,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'log-guidance');
  const t = translator({ language }, 'adviser');
  const form = await readForm(request);
  if (form.text('undo')) {
    await undoGuidance(world, viewer, { id: form.text('undo') });
    return redirect('/guidance?undone=1');
  }
  const given = { reason: form.text('about'), outcome: form.text('outcome') };
  const outcome = await logGuidance(world, viewer, { operationId: form.text('operation'), ...given });
  if (outcome.ok) return redirect(`/guidance?saved=${outcome.id}`);
  if (outcome.reason === 'no-library')
    return data({ errors: [], error: t('guidance.no-library'), ...given }, { status: 409 });
  return data(
    {
      errors: outcome.missing.map((field) => ({
        id: `${field === 'reason' ? 'about' : field}-0`,
        message: t(`guidance.missing.${field}`),
      })),
      error: undefined,
      ...given,
    },
    { status: 400 },
  );
}

export default function Guidance() {
  const { last } = useLoaderData<typeof loader>();
  return last ? <Logged /> : <LogForm />;
}

/** Confirms what was logged, with links to log another session and to undo this one. */
function Logged() {
  const { title, language, last, library, today, thisMonth } = useLoaderData<typeof loader>();
  const { t } = useTranslation('adviser');
  if (!last) return null;
  return (
    <div className="with-picture">
      <svg viewBox="0 0 240 80" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="4">
          <path d="M10 40h168M232 40h8" />
          <circle cx="206" cy="40" r="26" fill="var(--white)" />
          <path d="M194 41l9 9 16-18" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round" />
        </g>
        <path
          d="M40 31a9 9 0 100 18 9 9 0 000-18M90 31a9 9 0 100 18 9 9 0 000-18M140 31a9 9 0 100 18 9 9 0 000-18"
          fill="currentColor"
        />
      </svg>
      <div>
        <h1>{title}</h1>
        <p className="lead">
          {t('guidance.saved-text', {
            reason: t(`guidance.reason.${last.reason}`),
            outcome: t(`guidance.outcome.${last.outcome}`),
            library,
            day: formatDay(language, last.onDay),
          })}
        </p>
        <p className="muted">{t('guidance.number', { count: thisMonth, month: formatMonth(language, today) })}</p>
        <Form method="post" className="actions">
          <Link className="button button-primary" to="/guidance">
            {t('guidance.another')}
          </Link>
          <button className="link-button" name="undo" value={last.id} type="submit">
            {t('guidance.undo')}
          </button>
        </Form>
      </div>
    </div>
  );
}

function LogForm() {
  const { title, language, operationId, undone, library, recent, today, reasons, outcomes } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const errorOf = (name: string) => sent?.errors.find(({ id }) => id === `${name}-0`)?.message;
  return (
    <>
      <h1 className="h2">{title}</h1>
      <p className="muted">
        {library ? t('guidance.place', { library, day: formatDay(language, today) }) : t('guidance.no-library')}
      </p>
      {undone && !sent && <Message tone="ok" lead={t('guidance.undone')} />}
      {sent?.error && <FormAnswer tone="error" lead={sent.error} />}
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <Form method="post" className="log" key={operationId} noValidate>
        <input type="hidden" name="operation" value={operationId} />
        <Tiles
          name="about"
          legend={t('guidance.what')}
          options={reasons.map((each) => ({ value: each, label: t(`guidance.reason.${each}`) }))}
          chosen={sent?.reason}
          error={errorOf('about')}
        />
        <Tiles
          name="outcome"
          legend={t('guidance.how')}
          options={outcomes.map((each) => ({ value: each, label: t(`guidance.outcome.${each}`) }))}
          chosen={sent?.outcome}
          error={errorOf('outcome')}
        />
        <Message lead={t('guidance.no-names')} />
        <div className="bottom-bar">
          <button className="button button-primary" type="submit">
            {t('guidance.save')}
          </button>
        </div>
      </Form>
      {recent.length > 0 && (
        <section className="space-7" aria-labelledby="recent">
          <h2 id="recent" className="h3">
            {t('guidance.recent', { count: recent.length })}
          </h2>
          <ul>
            {recent.map((each) => (
              <li key={each.id}>
                {formatDay(language, each.onDay)}: {t(`guidance.reason.${each.reason}`)} –{' '}
                {t(`guidance.outcome.${each.outcome}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Tiles({
  name,
  legend,
  options,
  chosen,
  error,
}: {
  name: string;
  legend: string;
  options: { value: string; label: string }[];
  chosen: string | undefined;
  error: string | undefined;
}) {
  return (
    <FieldSet id={name} legend={legend} error={error} className={error ? 'form-group' : ''}>
      <div className="tiles">
        {options.map(({ value, label }, at) => (
          <div key={value}>
            <input type="radio" name={name} id={`${name}-${at}`} value={value} defaultChecked={chosen === value} />
            <label htmlFor={`${name}-${at}`}>{label}</label>
          </div>
        ))}
      </div>
    </FieldSet>
  );
}
