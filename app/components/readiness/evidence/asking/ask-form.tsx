import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { TextArea } from '#app/components/base/field.tsx';
import { FieldError } from '#app/components/base/field-error.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { AskPreview } from '#app/use-cases/readiness/evidence/asking/ask-for-evidence.server.ts';
import { AskPreviewPart } from './ask-preview.tsx';
import { type Paper, PaperChoices } from './paper-choices.tsx';

type Props = {
  language: 'da' | 'en';
  operationId: string;
  papers: readonly Paper[];
  gates: readonly { key: string; short: string }[];
  fields: { dueOn: string; message: string; again: boolean; papers: string[] } | undefined;
  preview: AskPreview | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Asks for papers. First it shows who gets what; what was shown is what is sent. */
export function AskForm({ language, operationId, papers, gates, fields, preview, errorOf }: Props) {
  const { t } = useTranslation('evidence');
  const askedLately = papers.some((paper) => paper.askedLately) || (preview?.askedLately.length ?? 0) > 0;
  const again = errorOf('again');
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      <PaperChoices
        language={language}
        papers={papers}
        gates={gates}
        chosen={fields?.papers}
        error={errorOf('papers')}
      />
      <DateField id="dueOn" label={t('ask.dueOn')} error={errorOf('dueOn')} defaultValue={fields?.dueOn ?? ''} />
      <TextArea
        id="message"
        label={t('ask.message')}
        hint={t('ask.message-hint')}
        error={errorOf('message')}
        defaultValue={fields?.message ?? ''}
        rows={4}
      />
      {askedLately && (
        <div className={`form-group${again ? ' form-error' : ''}`}>
          {again && <FieldError id="again" error={again} />}
          <input
            className="form-checkbox"
            type="checkbox"
            id="again"
            name="again"
            value="yes"
            defaultChecked={fields?.again ?? false}
            aria-describedby={again ? 'again-error' : undefined}
          />
          <label htmlFor="again">{t('ask.again')}</label>
        </div>
      )}
      {preview && preview.letters.length > 0 && <AskPreviewPart language={language} preview={preview} gates={gates} />}
      <div className="actions">
        <button
          className={`button ${preview ? 'button-secondary' : 'button-primary'}`}
          name="intent"
          value="preview"
          type="submit"
        >
          {t('ask.preview')}
        </button>
        {preview && preview.letters.length > 0 && (
          <button className="button button-primary" name="intent" value="send" type="submit">
            {t('ask.send', { count: preview.letters.length })}
          </button>
        )}
      </div>
    </Form>
  );
}
