import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { EarlierJoins } from '#app/components/people/earlier-joins.tsx';
import { JoinPreview } from '#app/components/people/join-preview.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { joinPeople } from '#app/use-cases/people/join/join-people.server.ts';
import { listRecentJoins } from '#app/use-cases/people/join/list-recent-joins.server.ts';
import { seeJoin } from '#app/use-cases/people/join/see-join.server.ts';
import { undoJoin } from '#app/use-cases/people/join/undo-join.server.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'join-people');
  const { searchParams } = new URL(request.url);
  const [kept, lost] = ['kept', 'lost'].map((name) => (searchParams.get(name) ?? '').trim().slice(0, 200)) as [
    string,
    string,
  ];
  const view =
    kept && lost ? await seeJoin(world, viewer, { kept: { email: kept }, lost: { email: lost } }) : undefined;
  return {
    title: translator({ language }, 'agency')('join.title'),
    language,
    ...{ kept, lost, view: view ?? null },
    joins: await listRecentJoins(world, viewer),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'join-people');
  const t = translator({ language }, 'agency');
  const form = await readForm(request);
  const outcome =
    form.text('intent') === 'undo'
      ? await undoJoin(world, viewer, { joinId: form.text('join') })
      : await joinPeople(world, viewer, {
          kept: { personId: form.text('keptId') },
          lost: { personId: form.text('lostId') },
        });
  if (outcome.ok) return redirect('/people/join');
  if (outcome.reason === 'forbidden') throw forbidden();
  if (outcome.reason === 'not-found') throw notFound();
  return data({ error: t(`join.issue.${outcome.reason}`) }, { status: 409 });
}

export default function JoinPeople() {
  const { kept, lost, view, joins, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('agency');
  return (
    <>
      <h1>{t('join.title')}</h1>
      <p className="lead">{t('join.lead')}</p>
      {sent && <FormAnswer tone="error" lead={sent.error} />}
      <Form method="get">
        <Field
          id="kept"
          label={t('join.kept')}
          hint={t('join.kept-hint')}
          prose={false}
          className="input-width-l"
          defaultValue={kept}
          autoComplete="off"
        />
        <Field
          id="lost"
          label={t('join.lost')}
          prose={false}
          className="input-width-l"
          defaultValue={lost}
          autoComplete="off"
        />
        <div className="actions">
          <button className="button button-secondary" type="submit">
            {t('join.see')}
          </button>
        </div>
      </Form>
      {view?.refusal && <Message tone="warning" lead={t(`join.issue.${view.refusal}`)} />}
      {view?.kept && view.lost && view.kept.id !== view.lost.id && (
        <JoinPreview kept={view.kept} lost={view.lost} ends={view.ends} mayJoin={!view.refusal} language={language} />
      )}
      <EarlierJoins joins={joins} language={language} />
    </>
  );
}
