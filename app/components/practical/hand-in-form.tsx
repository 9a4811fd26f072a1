import { useTranslation } from 'react-i18next';
import { FileInput, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { StepView } from '#app/use-cases/learning/see-step.server.ts';
import { DraftLine } from './draft-line.tsx';
import { useDraftKeeper } from './use-draft-keeper.ts';

type Props = {
  view: Extract<StepView, { kind: 'practical' }>;
  language: 'da' | 'en';
  written: string;
  errorOf: (field: 'text' | 'files') => string | undefined;
};

/** Writes the answer and chooses its files. With JavaScript, the text is saved while it is written. */
export function HandInForm({ view: { enrolmentId, id, submission }, language, written, errorOf }: Props) {
  const { t } = useTranslation('adviser');
  const here = `/enrolments/${enrolmentId}/steps/${id}`;
  const draftKeeper = useDraftKeeper(`${here}/draft`);
  const files = submission?.files ?? [];
  return (
    <Form method="post" encType="multipart/form-data" className="space-6" noValidate onSubmit={draftKeeper.handOver}>
      <TextArea
        id="text"
        rows={16}
        label={t('practical.text')}
        hint={t('practical.text-hint')}
        error={errorOf('text')}
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
        error={errorOf('files')}
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
        <DraftLine
          state={draftKeeper.state}
          savedAt={submission?.state === 'draft' ? submission.savedAt : undefined}
          language={language}
          here={here}
        />
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
  );
}
