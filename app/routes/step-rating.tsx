import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { TextArea } from '#app/components/base/field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { stepAddress } from '#app/server/quiz-pages.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { rateStep } from '#app/use-cases/learning/rate-step.server.ts';
import { seeRating } from '#app/use-cases/learning/see-rating.server.ts';
import '#app/words/rating.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'learn');
  const place = { enrolmentId: params.enrolmentId!, step: params.step! };
  const view = await seeRating(world, viewer, place);
  if (!view) throw notFound();
  const title = translator({ language }, 'rating')('title');
  return { title, language, view, stepAt: stepAddress(place) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'learn');
  const form = await readForm(request);
  const place = { enrolmentId: params.enrolmentId!, step: params.step! };
  const takesBack = form.text('intent') === 'take-back';
  const sent = { score: form.text('score'), words: form.text('words') };
  const outcome = await rateStep(world, viewer, { ...place, sent: takesBack ? 'take-back' : sent });
  if (outcome.ok) return redirect(`${stepAddress(place)}/rating?${takesBack ? 'taken-back' : 'saved'}=1`);
  if (outcome.reason === 'not-found') throw notFound();
  const t = translator({ language }, 'rating');
  const { issue } = outcome;
  const error =
    issue.is === 'personal'
      ? t(`issue.${issue.what}`)
      : issue.is === 'too-long'
        ? t('issue.too-long', { most: issue.most })
        : t('issue.no-score');
  return data({ field: issue.is === 'no-score' ? 'score' : 'words', error, sent }, { status: 400 });
}

export default function StepRating() {
  const { title, language, view, stepAt } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [asked] = useSearchParams();
  const { t } = useTranslation('rating');
  const { t: common } = useTranslation('common');
  const given = refused?.sent ?? { score: String(view.given?.score ?? ''), words: view.given?.words ?? '' };
  const errorOf = (field: string) => (refused?.field === field ? refused.error : undefined);
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/my-certificate', text: common('menu.my-certificate') },
          { to: stepAt, text: view.step[language] },
        ]}
        here={title}
      />
      <p className="overline">{view.step[language]}</p>
      <h1>{title}</h1>
      {!refused && asked.has('saved') && view.given && <FormAnswer tone="ok" lead={t('saved')} />}
      {!refused && asked.has('taken-back') && !view.given && <FormAnswer tone="ok" lead={t('taken-back')} />}
      <ErrorSummary
        title={common('form.summary')}
        errors={refused ? [{ id: refused.field === 'score' ? 'score-1' : 'words', message: refused.error }] : []}
      />
      <p>
        {t('lead')} {t('who', { enough: view.enough })}
      </p>
      <Form method="post" noValidate key={JSON.stringify(given)}>
        <FieldSet id="score-1" legend={t('score')} error={errorOf('score')} className="field">
          <div className="answers">
            {view.scores.map((score) => (
              <div className="answers__option" key={score}>
                <input
                  type="radio"
                  name="score"
                  id={`score-${score}`}
                  value={score}
                  defaultChecked={given.score === String(score)}
                />
                <label htmlFor={`score-${score}`}>
                  {score}. {t(`of.${score as 1 | 2 | 3 | 4 | 5}`)}
                </label>
              </div>
            ))}
          </div>
        </FieldSet>
        <TextArea
          id="words"
          label={t('words')}
          hint={t('words-hint', { most: view.most })}
          rows={3}
          defaultValue={given.words}
          error={errorOf('words')}
        />
        <div className="actions">
          <button className="button button-primary" name="intent" value="rate" type="submit">
            {t(view.given ? 'change' : 'save')}
          </button>
          {view.given && (
            <button className="button button-secondary" name="intent" value="take-back" type="submit">
              {t('take-back')}
            </button>
          )}
        </div>
      </Form>
    </>
  );
}
