import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, FileInput, Select, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { InvitationAnswer, OutreachChannel } from '#curriculum/partners/outreach.ts';
import { PlaceField, type Places } from './place-field.tsx';

export type OutreachFields = Record<
  'service' | 'channel' | 'onDay' | 'lastDay' | 'place' | 'amount' | 'note' | 'cost' | 'paidBy' | 'answer' | 'why',
  string
>;
type Props = {
  operationId: string;
  channels: readonly OutreachChannel[];
  answers: readonly InvitationAnswer[];
  places: Places | null;
  /** The name of the file that is stored already. */
  stored: string | null;
  correction: boolean;
  fields: OutreachFields;
  errorOf: (id: string) => string | undefined;
};

/** Records an effort to reach people, or corrects one. */
export function OutreachForm({ operationId, channels, answers, places, stored, correction, fields, errorOf }: Props) {
  const { t } = useTranslation('partners');
  const field = (id: keyof OutreachFields) => ({
    id,
    label: t(`effort.${id}`),
    error: errorOf(id),
    defaultValue: fields[id],
  });
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      {places && <PlaceField {...field('service')} places={places} country={t('country')} />}
      <Select {...field('channel')} options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))} />
      <DateField {...field('onDay')} />
      <DateField {...field('lastDay')} hint={t('effort.lastDay-hint')} />
      <Field {...field('place')} prose hint={t('effort.place-hint')} className="input-width-l" />
      <Field {...field('amount')} inputMode="numeric" hint={t('effort.amount-hint')} className="input-width-xs" />
      <Select
        {...field('answer')}
        hint={t('effort.answer-hint')}
        options={answers.map((value) => ({ value, label: t(`answer.${value}`) }))}
      />
      <Field {...field('cost')} inputMode="numeric" hint={t('effort.optional')} className="input-width-s" />
      <Field {...field('paidBy')} prose hint={t('effort.paidBy-hint')} className="input-width-l" />
      <TextArea {...field('note')} rows={3} hint={t('effort.optional')} />
      <FileInput
        id="document"
        label={t('effort.document')}
        hint={`${t('effort.document-hint')} ${stored ? t('agreement.document-kept', { name: stored }) : ''}`.trim()}
        error={errorOf('document')}
      />
      {correction && <TextArea {...field('why')} rows={2} hint={t('effort.optional')} />}
      <div className="actions">
        <button className="button button-primary" name="intent" value="save" type="submit">
          {t('effort.save')}
        </button>
      </div>
    </Form>
  );
}
