import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, FileInput, Select, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { AgreementPurpose } from '#curriculum/partners/agreement.ts';
import { PlaceField, type Places } from './place-field.tsx';

export type AgreementFields = Record<
  'service' | 'purpose' | 'partner' | 'about' | 'signedBy' | 'from' | 'lastDay' | 'why',
  string
>;
type Props = {
  operationId: string;
  purposes: readonly AgreementPurpose[];
  /** Where the agreement may hold; a correction keeps its place. */
  places: Places | null;
  /** The name of the file that is stored already. */
  stored: string | null;
  correction: boolean;
  fields: AgreementFields;
  errorOf: (id: string) => string | undefined;
};

/** Records an agreement or corrects one. */
export function AgreementForm({ operationId, purposes, places, stored, correction, fields, errorOf }: Props) {
  const { t } = useTranslation('partners');
  const field = (id: keyof AgreementFields) => ({
    id,
    label: t(`agreement.${id}`),
    error: errorOf(id),
    defaultValue: fields[id],
  });
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      {places && <PlaceField {...field('service')} places={places} country={t('country')} />}
      <Select {...field('purpose')} options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))} />
      <Field {...field('partner')} prose hint={t('agreement.partner-hint')} className="input-width-l" />
      <Field {...field('about')} prose className="input-width-l" />
      <Field {...field('signedBy')} prose hint={t('agreement.signedBy-hint')} className="input-width-l" />
      <DateField {...field('from')} />
      <DateField {...field('lastDay')} />
      <FileInput
        id="document"
        label={t('agreement.document')}
        hint={`${t('agreement.document-hint')} ${stored ? t('agreement.document-kept', { name: stored }) : ''}`.trim()}
        error={errorOf('document')}
        accept=".pdf,.png,.jpg,.jpeg,.odt,.docx"
      />
      {correction && <TextArea {...field('why')} rows={3} />}
      <div className="actions">
        <button
          className={`button ${correction ? 'button-secondary' : 'button-primary'}`}
          name="intent"
          value={correction ? 'correct' : 'save'}
          type="submit"
        >
          {t(correction ? 'agreement.save-correction' : 'agreement.save')}
        </button>
      </div>
    </Form>
  );
}
