import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { FileInput, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { KeptWords } from '#app/components/base/kept-words.tsx';
import { Message } from '#app/components/base/message.tsx';
import { SignedOutLine } from '#app/components/base/signed-out-line.tsx';
import { Sections, Sources } from '#app/components/lesson/reading.tsx';
import type { StepView } from '#app/use-cases/learning/see-step.server.ts';
import { formatClock, formatInstant } from '#app/words/format.ts';
import { Decision } from './decision.tsx';
import { HandedIn } from './handed-in.tsx';
import { useDraftKeeper } from './use-draft-keeper.ts';

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
  const here = `/enrolments/${view.enrolmentId}/steps/${view.id}`;
  const draftKeeper = useDraftKeeper(`${here}/draft`);
  const latest = view.gradings[0];
  const decision = latest && <Decision grading={latest} language={language} rubric={view.rubric} />;
  const waits = state === 'submitted' || state === 'in-review';
  const errors = sent?.field === 'text' || sent?.field === 'files' ? [{ id: sent.field, message: sent.error }] : [];
  const draft = submission?.state === 'draft' ? submission : null;
  const files = submission?.files ?? [];
  const written = (sent?.field === 'words' ? undefined : sent?.text) ?? submission?.text ?? '';
  // Sent from a page that was loaded before the hand-in: these words exist nowhere else, so show them.
  const unsent = !open && written !== submission?.text ? sent?.text : undefined;
  const draftLine = () => {
    const { state: kept } = draftKeeper;
    switch (kept.is) {
      case 'resting':
        return draft ? t('practical.saved', { at: formatInstant(language, draft.savedAt) }) : '';
      case 'saving':
        return t('question.saving');
      case 'saved':
        return t('practical.saved-now', { at: formatClock(language, kept.at) });
      case 'refused':
        return `${t('practical.not-saved')} ${kept.error}`;
      case 'no-connection':
        return t('practical.no-connection');
      case 'signed-out':
        return <SignedOutLine here={here} text={t('practical.signed-out')} />;
    }
  };
  return (
    <div className="prose">
      <p className="overline">{t('practical.over', { used: view.attempts?.used ?? 0, of: view.attempts?.of ?? 1 })}</p>
      <h1>{view.title[language]}</h1>
      <ErrorSummary title={common('form.summary')} errors={errors} />
      {!waits && decision}
      {children}
      {unsent && <KeptWords id="unsent" label={t('practical.unsent')} text={unsent} />}
      {state === 'submitted' && (
        <Message
          tone="ok"
          lead={t('practical.handed-in', { at: formatInstant(language, submission?.handedInAt ?? '') })}
        >
          <p>{t('practical.handed-in-text')}</p>
          <Form method="post">
            <button className="link-button" name="intent" value="unsubmit" type="submit">
              {t('practical.unsubmit')}
            </button>
          </Form>
        </Message>
      )}
      {state === 'in-review' && <Message lead={t('practical.in-review')} />}
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
      <Sections sections={view.sections} />
      <section className="space-6" aria-labelledby="rubric">
        <h2 id="rubric">{t('practical.rubric')}</h2>
        <ul>
          {view.rubric.map(({ id, title }) => (
            <li key={id}>{title[language]}</li>
          ))}
        </ul>
      </section>
      {open ? (
        <Form
          method="post"
          encType="multipart/form-data"
          className="space-6"
          noValidate
          onSubmit={draftKeeper.handOver}
        >
          <TextArea
            id="text"
            rows={16}
            label={t('practical.text')}
            hint={t('practical.text-hint')}
            error={sent?.field === 'text' ? sent.error : undefined}
            defaultValue={written}
            onChange={(event) => draftKeeper.keep(event.currentTarget.value)}
            maxLength={20_000}
          />
          <FileInput
            // A new key clears the field: the saved files are in the list below and must not be sent again.
            key={files.map(({ sha256 }) => sha256).join()}
            id="files"
            label={t('practical.files')}
            hint={t('practical.files-hint')}
            error={sent?.field === 'files' ? sent.error : undefined}
            multiple
          />
          {files.length > 0 && (
            <ul className="plain-list">
              {files.map(({ sha256, name }) => (
                <li key={sha256}>
                  <a href={`/submissions/${submission?.id}/files/${sha256}`}>{name}</a>{' '}
                  <button
                    className="link-button"
                    name="remove"
                    value={sha256}
                    type="submit"
                    aria-label={t('practical.remove-file', { name })}
                  >
                    {t('practical.remove')}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <p className="muted" role="status" id="draft">
            {draftLine()}
          </p>
          <div className="actions">
            <button className="button button-primary" name="intent" value="hand-in" type="submit">
              {t('practical.hand-in')}
            </button>
            <button className="button button-secondary" name="intent" value="save" type="submit">
              {t('practical.save')}
            </button>
          </div>
        </Form>
      ) : (
        submission && (
          <section className="space-6" aria-labelledby="handed-in">
            <h2 id="handed-in">{t('practical.yours')}</h2>
            <HandedIn submission={submission} />
          </section>
        )
      )}
      <Sources html={view.sourcesHtml} />
    </div>
  );
}
