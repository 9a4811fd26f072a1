import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Message } from '../components/message.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { readForm } from '../platform/form.server.ts';
import { requireFormViewer, requireViewer } from '../platform/require-viewer.server.ts';
import { translator } from '../platform/translator.server.ts';
import {
  guidanceOutcomes,
  guidanceReasons,
  logGuidance,
  seeGuidance,
  undoGuidance,
} from '../use-cases/guidance/log-guidance.server.ts';
import { formatDay } from '../words/format.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'log-guidance');
  const seen = await seeGuidance(world, viewer);
  const saved = new URL(request.url).searchParams.get('saved');
  return {
    title: translator({ language }, 'adviser')('guidance.title'),
    language,
    operationId: world.newId(),
    saved,
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
    return redirect('/guidance');
  }
  const given = { reason: form.text('reason'), outcome: form.text('outcome') };
  const outcome = await logGuidance(world, viewer, { operationId: form.text('operation'), ...given });
  if (outcome.ok) return redirect(`/guidance?saved=${outcome.id}`);
  if (outcome.reason === 'no-library')
    return data({ errors: [], error: t('guidance.no-library'), ...given }, { status: 409 });
  return data(
    {
      errors: outcome.missing.map((field) => ({ id: `${field}-0`, message: t(`guidance.missing.${field}`) })),
      error: undefined,
      ...given,
    },
    { status: 400 },
  );
}

export default function Guidance() {
  const { language, operationId, saved, library, recent, today, reasons, outcomes } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const last = recent.find(({ id }) => id === saved);
  return (
    <>
      <h1 className="h2">{t('guidance.title')}</h1>
      <p className="dus">
        {library ? t('guidance.place', { library, day: formatDay(language, today) }) : t('guidance.no-library')}
      </p>
      {last && (
        <Message tone="ok" lead={t('guidance.saved', { reason: t(`guidance.reason.${last.reason}`) })}>
          <Form method="post">
            <button className="linkknap" name="undo" value={last.id} type="submit">
              {t('guidance.undo')}
            </button>
          </Form>
        </Message>
      )}
      {sent?.error && <Message tone="error" lead={sent.error} />}
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <Form method="post" className="log" key={operationId} noValidate>
        <input type="hidden" name="operation" value={operationId} />
        <Tiles
          name="reason"
          legend={t('guidance.what')}
          options={reasons.map((each) => ({ value: each, label: t(`guidance.reason.${each}`) }))}
          chosen={sent?.reason}
        />
        <Tiles
          name="outcome"
          legend={t('guidance.how')}
          options={outcomes.map((each) => ({ value: each, label: t(`guidance.outcome.${each}`) }))}
          chosen={sent?.outcome}
        />
        <Message lead={t('guidance.no-names')} />
        <div className="bundbjaelke">
          <button className="button button-primary" type="submit">
            {t('guidance.save')}
          </button>
        </div>
      </Form>
      {recent.length > 0 && (
        <section className="rum-7" aria-labelledby="recent">
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
}: {
  name: string;
  legend: string;
  options: { value: string; label: string }[];
  chosen: string | undefined;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="fliser">
        {options.map(({ value, label }, at) => (
          <div key={value}>
            <input type="radio" name={name} id={`${name}-${at}`} value={value} defaultChecked={chosen === value} />
            <label htmlFor={`${name}-${at}`}>{label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
