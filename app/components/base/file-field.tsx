import { useNavigation } from '@remix-run/react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileInput } from './field.tsx';
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
      <FileInput
        input={input}
        id="file"
        label={t('check.file.label')}
        hint={t('check.file.hint')}
        error={error}
        accept="application/pdf,.pdf,application/json,.json,.jwt"
      />
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
