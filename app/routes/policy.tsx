import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { useAnswerFocus } from '#app/components/base/use-answer-focus.ts';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { PolicyComparisonPart } from '#app/components/readiness/policy/policy-comparison.tsx';
import { PolicyForm } from '#app/components/readiness/policy/policy-form.tsx';
import { PolicyProblems } from '#app/components/readiness/policy/policy-problems.tsx';
import { PolicyVersions } from '#app/components/readiness/policy/policy-versions.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { type PolicyComparison, previewPolicy } from '#app/use-cases/readiness/policy/preview-policy.server.ts';
import { reasonIn } from '#app/words/reason-in.server.ts';
import '#app/words/papers.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, language } = requireViewer(context, request, 'preview-policy');
  const { gates, versions } = world.policy;
  const shorts = Object.fromEntries(gates.map(({ key, short }) => [key, short[language]]));
  return {
    title: translator({ language }, 'policy')('title'),
    language,
    gates: shorts,
    versions: versions.map(({ version, from, staffing, freshnessDays, confirmed }) => ({
      ...{ version, from, staffing },
      freshness: Object.entries(freshnessDays).map(([key, days]) => ({ gate: shorts[key] ?? key, days })),
      confirmed: confirmed.map((key) => shorts[key] ?? key),
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'preview-policy');
  const t = translator({ language }, 'policy');
  const form = await readForm(request);
  const [file] = form.files('file');
  const fields = { text: file ? await file.text() : form.text('text'), day: form.day('day') };
  const outcome = await previewPolicy(world, viewer, { ...fields, language });
  const refused = (id: string, message: string, problems: { line: number; message: string }[] = []) =>
    data({ fields, found: null, problems, errors: [{ id, message }] }, { status: 400 });
  if (outcome.ok) {
    const { same, version, from } = outcome;
    const shown = ({ services, ...comparison }: PolicyComparison) => ({
      ...comparison,
      services: services.map(({ gates, ...service }) => ({
        ...service,
        gates: gates.map((gate) => ({
          ...gate,
          before: reasonIn(language, gate.before),
          after: reasonIn(language, gate.after),
        })),
      })),
    });
    const found = { same, version, from, today: shown(outcome.today), onDay: shown(outcome.onDay) };
    return data({ fields, found, problems: [], errors: [] });
  }
  switch (outcome.reason) {
    case 'forbidden':
      throw forbidden();
    case 'nothing':
    case 'too-large':
      return refused('text', t(`refused.${outcome.reason}`));
    case 'not-a-day':
      return refused('day', t('refused.not-a-day'));
    case 'not-a-policy': {
      const problems = outcome.problems.map(({ line, message }) => ({ line, message }));
      return refused('text', t('refused.problems', { count: problems.length }), problems);
    }
  }
}

export default function PolicyPreview() {
  const { title, language, gates, versions } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const box = useAnswerFocus<HTMLDivElement>();
  const { t } = useTranslation('policy');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: agencyLink('/readiness', {}), text: common('menu.overview') }]}
        here={title}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <h1>{title}</h1>
      <p className="lead">{t('lead')}</p>
      {sent && sent.problems.length > 0 && <PolicyProblems problems={sent.problems} />}
      {sent?.found && (
        <div ref={box} tabIndex={-1}>
          {sent.found.same && <p role="status">{t('same')}</p>}
          <PolicyComparisonPart
            id="today"
            language={language}
            title={t('today.title', { count: sent.found.today.totals.down, version: sent.found.version })}
            comparison={sent.found.today}
            gates={gates}
          />
          <PolicyComparisonPart
            id="on-day"
            language={language}
            title={t('day.title', { count: sent.found.onDay.totals.down })}
            comparison={sent.found.onDay}
            gates={gates}
          />
        </div>
      )}
      <section className="space-7 only-screen" aria-labelledby="try">
        <h2 id="try">{t('try')}</h2>
        <PolicyForm key={sent?.fields.text} fields={sent?.fields} errorOf={errorOf} />
      </section>
      <section className="space-7" aria-labelledby="take-over">
        <h2 id="take-over">{t('take-over.title')}</h2>
        <p>{t('take-over.how')}</p>
      </section>
      <PolicyVersions language={language} versions={versions} />
    </>
  );
}
