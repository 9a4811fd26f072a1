import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { FileInput, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Props = {
  fields: { text: string; day: string } | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Takes a candidate as a file or as text, and the day it is looked at. */
export function PolicyForm({ fields, errorOf }: Props) {
  const { t } = useTranslation('policy');
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <FileInput id="file" label={t('form.file')} hint={t('form.file-hint')} accept=".yaml,.yml,.txt" />
      <TextArea
        id="text"
        label={t('form.text')}
        hint={t('form.text-hint')}
        error={errorOf('text')}
        defaultValue={fields?.text ?? ''}
        rows={12}
        spellCheck={false}
      />
      <DateField
        id="day"
        label={t('form.day')}
        hint={t('form.day-hint')}
        error={errorOf('day')}
        defaultValue={fields?.day ?? ''}
      />
      <div className="actions">
        <button className="button button-primary" type="submit">
          {t('form.do')}
        </button>
      </div>
    </Form>
  );
}
