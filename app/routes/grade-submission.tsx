import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { refusalText } from '#app/components/base/refusal-text.ts';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { BackToQueue } from '#app/components/grading/back-to-queue.tsx';
import { BothGradings } from '#app/components/grading/both-gradings.tsx';
import { CaseHead } from '#app/components/grading/case-head.tsx';
import { ClaimSubmission } from '#app/components/grading/claim-submission.tsx';
import { EarlierGradings } from '#app/components/grading/earlier-gradings.tsx';
import { GradingForm } from '#app/components/grading/grading-form.tsx';
import { HandedIn } from '#app/components/practical/handed-in.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { claimSubmission } from '#app/use-cases/grading/claim-submission.server.ts';
import { gradeSubmission } from '#app/use-cases/grading/grade-submission.server.ts';
import { proposeGrading } from '#app/use-cases/grading/propose-grading.server.ts';
import { releaseSubmission } from '#app/use-cases/grading/release-submission.server.ts';
import { seeSubmission } from '#app/use-cases/grading/see-submission.server.ts';
import { takeOverSubmission } from '#app/use-cases/grading/take-over-submission.server.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'grade');
  const view = await seeSubmission(world, viewer, params.submissionId!, language);
  if (!view) throw notFound();
  return {
    title: view.step[language],
    language,
    view,
    conflict:
      view.conflict === 'none' ? undefined : translator({ language }, 'common')(`refusal.conflict.${view.conflict}`),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'grade');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const submissionId = params.submissionId!;
  const grading = {
    decision: form.text('decision'),
    judged: form.under('criterion.'),
    feedback: form.text('feedback'),
  };
  const kept = { ...grading, reason: form.text('reason') };
  const outcome = await carryOut();
  if (outcome.ok && 'proposal' in outcome)
    return data({ field: 'proposal', error: '', proposal: outcome.proposal, ...kept });
  // Where another leader is to say more, the page says so.
  const stays = ['claim', 'take-over'].includes(form.text('intent')) || ('decided' in outcome && !outcome.decided);
  if (outcome.ok) return redirect(stays ? `/grading/${submissionId}` : '/grading');
  if (outcome.reason === 'not-found') throw notFound();
  switch (outcome.reason) {
    case 'not-a-grading': {
      const field =
        outcome.issue === 'feedback-missing' || outcome.issue === 'feedback-too-long'
          ? 'feedback'
          : outcome.issue === 'no-decision' || outcome.issue === 'points-missing'
            ? 'decision-accepted'
            : `met-${outcome.criterion ?? ''}`;
      return data({ field, error: t(`grade.issue.${outcome.issue}`), ...kept }, { status: 400 });
    }
    case 'reason-missing':
      return data({ field: 'reason', error: t('adviser.issue.reason-missing'), ...kept }, { status: 400 });
    case 'taken':
    case 'second-is-another':
    case 'forbidden':
      return data(
        { field: '', error: t(`grade.${outcome.reason}`), ...kept },
        { status: outcome.reason === 'forbidden' ? 403 : 409 },
      );
    default:
      return data(
        { field: '', error: refusalText(translator({ language }, 'common'), language, outcome, (id) => id), ...kept },
        { status: 409 },
      );
  }

  function carryOut() {
    switch (form.text('intent')) {
      case 'claim':
        return claimSubmission(world, viewer, { submissionId });
      case 'take-over':
        return takeOverSubmission(world, viewer, { submissionId, reason: kept.reason });
      case 'propose':
        return proposeGrading(world, viewer, { submissionId, judged: grading.judged });
      case 'release':
        return releaseSubmission(world, viewer, { submissionId });
      default:
        return gradeSubmission(world, viewer, { submissionId, ...grading, reason: kept.reason });
    }
  }
}

/** Adding up stores nothing, so the page stays as it is. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get('intent') === 'propose' ? false : defaultShouldRevalidate;

export default function GradeSubmission() {
  const { title, view, language, conflict } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('leader');
  const mine = view.state === 'in-review' && view.claimedByMe;
  return (
    <>
      <CaseHead
        title={title}
        facts={[
          view.name,
          view.library,
          view.name === null && view.hold,
          view.blind && t('grade.blind'),
          view.double.next !== null && view.double.next !== 'first' && t(`queue.next.${view.double.next}`),
          t('queue.number', { number: view.number }),
          t('queue.handed-in', { at: formatInstant(language, view.handedInAt) }),
          view.answerBy && t('queue.answer-by', { day: formatDay(language, view.answerBy) }),
        ]}
        refused={sent?.error ? sent : undefined}
        conflict={{ lead: t('grade.conflict'), reason: conflict }}
      />
      <div className="columns columns--equal space-5">
        <section aria-labelledby="work">
          <h2 className="h3" id="work">
            {t('grade.work')}
          </h2>
          {conflict && <p className="muted">{t('grade.hidden')}</p>}
          {!conflict && (view.known ? <HandedIn submission={view} /> : <p>{t('grade.not-yours-yet')}</p>)}
          <BothGradings double={view.double} language={language} />
          <EarlierGradings earlier={view.earlier} language={language} />
        </section>
        <section aria-labelledby="grading">
          <h2 className="h3" id="grading">
            {t('grade.title')}
          </h2>
          {!conflict &&
            (mine ? (
              <GradingForm view={view} language={language} sent={sent} />
            ) : (
              <ClaimSubmission view={view} language={language} sent={sent} />
            ))}
          <BackToQueue />
        </section>
      </div>
    </>
  );
}
