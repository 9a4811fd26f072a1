import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { refusalText } from '#app/components/base/refusal-text.ts';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AppealCase } from '#app/components/grading/appeal-case.tsx';
import { AppealForm } from '#app/components/grading/appeal-form.tsx';
import { BackToQueue } from '#app/components/grading/back-to-queue.tsx';
import { CaseHead } from '#app/components/grading/case-head.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { decideAppeal } from '#app/use-cases/appeals/decide-appeal.server.ts';
import { seeAppeal } from '#app/use-cases/appeals/see-appeal.server.ts';
import { takeAppeal } from '#app/use-cases/appeals/take-appeal.server.ts';
import { formatInstant } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'decide-appeal');
  const view = await seeAppeal(world, viewer, params.appealId!, language);
  if (!view) throw notFound();
  const t = translator({ language }, 'leader');
  return {
    title: t('appeal.title', { step: view.step[language] }),
    language,
    view,
    conflict:
      view.involvement === 'none'
        ? undefined
        : translator({ language }, 'common')(`refusal.conflict.${view.involvement}`),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'decide-appeal');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const appealId = params.appealId!;
  const kept = { decision: form.text('decision'), feedback: form.text('feedback') };
  const taking = form.text('intent') === 'take';
  const outcome = taking
    ? await takeAppeal(world, viewer, { appealId })
    : await decideAppeal(world, viewer, { appealId, ...kept });
  if (outcome.ok) return redirect(taking ? `/appeals/${appealId}` : '/grading');
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'not-a-decision': {
      const field = outcome.issue === 'no-decision' ? 'decision-retry' : 'feedback';
      return data({ field, error: t(`appeal.issue.${outcome.issue}`), ...kept }, { status: 400 });
    }
    case 'forbidden':
      return data({ field: '', error: t('appeal.forbidden'), ...kept }, { status: 403 });
    case 'taken':
      return data({ field: '', error: t('appeal.taken'), ...kept }, { status: 409 });
    default:
      return data(
        { field: '', error: refusalText(translator({ language }, 'common'), language, outcome, (id) => id), ...kept },
        { status: 409 },
      );
  }
}

export default function Appeal() {
  const { title, view, language, conflict } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('leader');
  return (
    <>
      <CaseHead
        title={title}
        facts={[
          view.name,
          view.library,
          !view.known && view.hold,
          t('appeal.lodged', { at: formatInstant(language, view.lodgedAt) }),
          t('appeal.attempts', view.attempts),
        ]}
        refused={sent}
        conflict={{ lead: t('appeal.conflict'), reason: conflict }}
      />
      <div className="columns columns--equal space-5">
        <section aria-labelledby="words">
          <h2 className="h3" id="words">
            {t('appeal.words')}
          </h2>
          {view.work ? (
            <AppealCase work={view.work} language={language} />
          ) : (
            <p className="muted">{t(conflict ? 'appeal.hidden' : 'appeal.not-yours-yet')}</p>
          )}
        </section>
        {!conflict && (
          <section aria-labelledby="decision">
            <h2 className="h3" id="decision">
              {t('appeal.decision')}
            </h2>
            {view.state === 'mine' ? (
              <AppealForm name={view.name ?? ''} sent={sent} />
            ) : view.state === 'free' ? (
              <Form method="post">
                <p>{t('appeal.take-text')}</p>
                <button className="button button-primary" name="intent" value="take" type="submit">
                  {t('appeal.take')}
                </button>
              </Form>
            ) : (
              <p>{t(view.state === 'taken' ? 'appeal.taken' : 'appeal.over')}</p>
            )}
            <BackToQueue />
          </section>
        )}
      </div>
    </>
  );
}
