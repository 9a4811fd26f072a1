import { useTranslation } from 'react-i18next';
import { Field, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Preview = { recipients: { name: string; service: string; hasAddress: boolean }[]; letters: number };
type Props = {
  operationId: string;
  fields: { subject: string; body: string };
  preview: Preview | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Writes to all contact persons. First it shows who gets it; what was shown is what is sent. */
export function NetworkMessageForm({ operationId, fields, preview, errorOf }: Props) {
  const { t } = useTranslation('partners');
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      <Field
        id="subject"
        label={t('network.subject')}
        error={errorOf('subject')}
        defaultValue={fields.subject}
        prose
        className="input-width-l"
      />
      <TextArea id="body" label={t('network.body')} error={errorOf('body')} defaultValue={fields.body} rows={6} />
      {preview && (
        <div className="panel space-5" role="status">
          <p>
            <b>{t('network.goes-to', { count: preview.letters })}</b>
          </p>
          <details className="disclosure">
            <summary>{t('network.who')}</summary>
            <ul>
              {preview.recipients.map(({ name, service, hasAddress }) => (
                <li key={`${name} ${service}`}>
                  {name}, {service} {!hasAddress && <span className="muted">{t('letter.no-address')}</span>}
                </li>
              ))}
            </ul>
          </details>
        </div>
      )}
      <div className="actions">
        <button
          className={`button ${preview ? 'button-secondary' : 'button-primary'}`}
          name="intent"
          value="preview"
          type="submit"
        >
          {t('network.preview')}
        </button>
        {preview && (
          <button className="button button-primary" name="intent" value="send" type="submit">
            {t('network.send', { count: preview.letters })}
          </button>
        )}
      </div>
    </Form>
  );
}
