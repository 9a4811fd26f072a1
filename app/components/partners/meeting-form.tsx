import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, Select, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { TimeField } from '#app/components/base/time-field.tsx';
import { PlaceField, type Places } from './place-field.tsx';

export type MeetingFields = Record<
  | 'service'
  | 'onDay'
  | 'startsAt'
  | 'place'
  | 'partners'
  | 'held'
  | 'decisions'
  | 'nextStep'
  | 'nextOwner'
  | 'nextOn'
  | 'why',
  string
>;
type Props = {
  operationId: string;
  places: Places | null;
  correction: boolean;
  fields: MeetingFields;
  errorOf: (id: string) => string | undefined;
};

/** Records a meeting, planned or held, or writes on one. */
export function MeetingForm({ operationId, places, correction, fields, errorOf }: Props) {
  const { t } = useTranslation('partners');
  const field = (id: keyof MeetingFields) => ({
    id,
    label: t(`meeting.${id}`),
    error: errorOf(id),
    defaultValue: fields[id],
  });
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      {places && <PlaceField {...field('service')} places={places} country={t('meetings.national')} />}
      <Select
        {...field('held')}
        options={(['planned', 'held'] as const).map((value) => ({ value, label: t(`meeting.state.${value}`) }))}
      />
      <DateField {...field('onDay')} />
      <TimeField {...field('startsAt')} hint={t('meeting.optional')} />
      <Field {...field('place')} prose hint={t('meeting.optional')} className="input-width-l" />
      <Field {...field('partners')} prose hint={t('meeting.partners-hint')} className="input-width-l" />
      <TextArea {...field('decisions')} rows={4} hint={t('meeting.decisions-hint')} />
      <fieldset>
        <legend>{t('meeting.next')}</legend>
        <Field {...field('nextStep')} prose className="input-width-l" />
        <Field {...field('nextOwner')} prose hint={t('meeting.nextOwner-hint')} className="input-width-l" />
        <DateField {...field('nextOn')} />
      </fieldset>
      {correction && <TextArea {...field('why')} rows={2} hint={t('meeting.optional')} />}
      <div className="actions">
        <button className="button button-primary" name="intent" value="save" type="submit">
          {t('meeting.save')}
        </button>
      </div>
    </Form>
  );
}
