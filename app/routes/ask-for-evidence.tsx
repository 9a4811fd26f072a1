import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AskFilter } from '#app/components/readiness/evidence/asking/ask-filter.tsx';
import { AskForm } from '#app/components/readiness/evidence/asking/ask-form.tsx';
import { Asked } from '#app/components/readiness/evidence/asking/asked.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { type AskPreview, askForEvidence } from '#app/use-cases/readiness/evidence/asking/ask-for-evidence.server.ts';
import { listPapersToAsk, papersLacking } from '#app/use-cases/readiness/evidence/asking/list-papers-to-ask.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import { reasonIn } from '#app/words/reason-in.server.ts';
import '#app/words/papers.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'ask-for-evidence');
  const { searchParams: search } = new URL(request.url);
  const only = {
    gate: search.get('gate') ?? '',
    lacks: search.get('lacks') ?? '',
    serviceId: search.get('service') ?? '',
  };
  const papers = await listPapersToAsk(world, viewer, only);
  if (!papers) throw forbidden();
  return {
    title: translator({ language }, 'evidence')('ask.title'),
    language,
    only,
    states: papersLacking,
    papers: papers.map(({ reason, ...paper }) => ({ ...paper, reason: reasonIn(language, reason) })),
    gates: world.policy.gates
      .filter(({ kind }) => kind === 'evidence')
      .map(({ key, short }) => ({ key, short: short[language] })),
    operationId: world.newId(),
  };
}

type Answer = {
  sent: boolean;
  fields: { dueOn: string; message: string; again: boolean; papers: string[] };
  operationId: string;
  preview?: AskPreview;
  errors: { id: string; message: string }[];
};

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'ask-for-evidence');
  const t = translator({ language }, 'evidence');
  const form = await readForm(request);
  const fields = {
    ...{ dueOn: form.day('dueOn'), message: form.text('message') },
    ...{ again: form.text('again') === 'yes', papers: form.all('paper') },
  };
  const operationId = form.text('operation');
  const send = form.text('intent') === 'send';
  const papers = fields.papers.map((paper) => {
    const [serviceId = '', gate = ''] = paper.split(' ');
    return { serviceId, gate };
  });
  const outcome = await askForEvidence(world, viewer, { ...fields, papers, send, operationId });
  const answer = (given: Pick<Answer, 'preview' | 'errors'>, status = 200) =>
    data<Answer>({ sent: false, fields, operationId, ...given }, { status });
  if (outcome.ok) {
    const { preview } = outcome;
    return data<Answer>({ sent: send, fields, operationId, preview, errors: [] });
  }
  switch (outcome.reason) {
    case 'forbidden':
      throw forbidden();
    case 'nobody': {
      const { preview } = outcome;
      const message = t(preview.askedLately.length > 0 ? 'ask.all-asked' : 'ask.nobody');
      return answer({ preview, errors: [{ id: preview.askedLately.length > 0 ? 'again' : 'papers', message }] }, 409);
    }
    case 'not-an-ask':
      return answer(
        {
          errors: outcome.issues.map((issue) => ({
            id: issue.field,
            message: t(`ask.issue.${issueKey(issue)}`, { day: formatDay(language, fields.dueOn || '2000-01-01') }),
          })),
        },
        400,
      );
  }
}

export default function AskForEvidence() {
  const { title, language, only, states, papers, gates, operationId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('evidence');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => answer?.errors.find((error) => error.id === id)?.message;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: agencyLink('/readiness', {}), text: common('menu.overview') }]}
        here={title}
      />
      <ErrorSummary title={common('form.summary')} errors={answer?.errors ?? []} />
      <h1>{title}</h1>
      <p className="lead">{t('ask.lead')}</p>
      {answer?.sent && answer.preview ? (
        <Asked preview={answer.preview} gates={gates} />
      ) : (
        <>
          <AskFilter only={only} states={states} gates={gates} />
          <AskForm
            key={JSON.stringify(only)}
            language={language}
            operationId={answer?.operationId ?? operationId}
            papers={papers}
            gates={gates}
            fields={answer?.fields}
            preview={answer?.preview}
            errorOf={errorOf}
          />
        </>
      )}
    </>
  );
}
