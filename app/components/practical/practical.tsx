import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Form } from '#app/components/base/form.tsx';
import { KeptWords } from '#app/components/base/kept-words.tsx';
import { Message } from '#app/components/base/message.tsx';
import { NotTranslated } from '#app/components/base/text-language.tsx';
import { Sections, Sources } from '#app/components/lesson/reading.tsx';
import type { StepView } from '#app/use-cases/learning/see-step.server.ts';
import { formatInstant } from '#app/words/format.ts';
import { Decision } from './decision.tsx';
import { HandInForm } from './hand-in-form.tsx';
import { HandedIn } from './handed-in.tsx';
import { Rubric } from './rubric.tsx';

type View = Extract<StepView, { kind: 'practical' }>;
type Props = {
  view: View;
  language: 'da' | 'en';
  sent?: { field: string; error: string; text: string };
  children?: ReactNode;
};

/** A graded practical: the task, what is written so far, and what the course leader has said. */
export function Practical({ view, language, sent, children }: Props) {
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const { submission, state } = view;
  const open = ['draft', 'returned', 'rejected'].includes(state);
  const latest = view.gradings[0];
  const decision = latest && <Decision grading={latest} language={language} />;
  const waits = state === 'submitted' || state === 'in-review';
  const errors = sent?.field === 'text' || sent?.field === 'files' ? [{ id: sent.field, message: sent.error }] : [];
  const written = (sent?.field === 'words' ? undefined : sent?.text) ?? submission?.text ?? '';
  // Sent from a page that was loaded before the hand-in: these words exist nowhere else, so show them.
  const unsent = !open && written !== submission?.text ? sent?.text : undefined;
  return (
    <div className="prose">
      <p className="overline">{t('practical.over', { used: view.attempts?.used ?? 0, of: view.attempts?.of ?? 1 })}</p>
      <h1>{view.title[language]}</h1>
      <ErrorSummary title={common('form.summary')} errors={errors} />
      {!waits && decision}
      {children}
      {unsent && <KeptWords id="unsent" label={t('practical.unsent')} text={unsent} />}
      {waits && (
        <Waiting
          isBegun={state === 'in-review' || submission?.isBegun === true}
          handedInAt={submission?.handedInAt ?? ''}
          language={language}
        />
      )}
      {decision && waits && (
        <details className="space-6">
          <summary>{t('practical.decision-before')}</summary>
          {decision}
        </details>
      )}
      {open && (
        <p>
          <a className="text-link" href="#text">
            {t('practical.go-to')}
          </a>
        </p>
      )}
      <NotTranslated told={view.language} language={language} what="task" />
      <Sections sections={view.sections} told={view.language} />
      <section className="space-6" aria-labelledby="rubric">
        <h2 id="rubric">{t('practical.rubric')}</h2>
        {view.blind && <p>{t('practical.blind')}</p>}
        {view.double && <p>{t(`practical.double.${view.double}`)}</p>}
        <Rubric rubric={view.rubric} passMark={view.passMark} language={language} />
      </section>
      {open ? (
        <HandInForm
          view={view}
          language={language}
          written={written}
          errorOf={(field) => (sent?.field === field ? sent.error : undefined)}
        />
      ) : (
        submission && (
          <section className="space-6" aria-labelledby="handed-in">
            <h2 id="handed-in">{t('practical.yours')}</h2>
            <HandedIn submission={submission} />
          </section>
        )
      )}
      <Sources html={view.sourcesHtml} told={view.language} />
    </div>
  );
}

/** Handed in: it can be taken back until a course leader has begun to read it. */
function Waiting(props: { isBegun: boolean; handedInAt: string; language: 'da' | 'en' }) {
  const { isBegun, handedInAt, language } = props;
  const { t } = useTranslation('adviser');
  if (isBegun) return <Message lead={t('practical.in-review')} />;
  return (
    <Message tone="ok" lead={t('practical.handed-in', { at: formatInstant(language, handedInAt) })}>
      <p>{t('practical.handed-in-text')}</p>
      <Form method="post">
        <button className="link-button" name="intent" value="unsubmit" type="submit">
          {t('practical.unsubmit')}
        </button>
      </Form>
    </Message>
  );
}
