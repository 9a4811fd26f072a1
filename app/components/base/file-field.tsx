import { useNavigation } from '@remix-run/react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from './form.tsx';

/** A form with one file. With JavaScript, a file can be dropped anywhere on the form and is sent at once. */
export function FileField({ error }: { error: string | undefined }) {
  const { t } = useTranslation('public');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const sending = useNavigation().formMethod === 'POST';
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    input.current.form?.requestSubmit();
  };
  return (
    <Form
      className={`drop-zone${over ? ' drop-zone--over' : ''}`}
      method="post"
      encType="multipart/form-data"
      noValidate
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={`form-group${error ? ' form-error' : ''}`}>
        <label className="form-label" htmlFor="file">
          {t('check.file.label')}
        </label>
        <span className="form-hint" id="file-hint">
          {t('check.file.hint')}
        </span>
        {error && (
          <span className="form-error-message" id="file-error">
            <span className="sr-only">{t('error-word')} </span>
            {error}
          </span>
        )}
        <input
          ref={input}
          id="file"
          name="file"
          className="file-input"
          type="file"
          accept="application/pdf,.pdf"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
        />
      </div>
      <p className="muted" role="status">
        {sending ? t('check.file.sending') : ''}
      </p>
      <div className="actions">
        <button className="button button-secondary" type="submit">
          {t('check.file.submit')}
        </button>
      </div>
    </Form>
  );
}
