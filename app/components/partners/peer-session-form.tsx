import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { TimeField } from '#app/components/base/time-field.tsx';
import { PlaceField, type Places } from './place-field.tsx';

export type PeerSessionFields = Record<
  'service' | 'onDay' | 'startsAt' | 'place' | 'topic' | 'seats' | 'taken' | 'why',
  string
>;
type Props = {
  operationId: string;
  places: Places | null;
  correction: boolean;
  fields: PeerSessionFields;
  errorOf: (id: string) => string | undefined;
};

/** Records a session for the network, or corrects one. */
export function PeerSessionForm({ operationId, places, correction, fields, errorOf }: Props) {
  const { t } = useTranslation('partners');
  const field = (id: keyof PeerSessionFields) => ({
    id,
    label: t(`session.${id}`),
    error: errorOf(id),
    defaultValue: fields[id],
  });
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      {places && <PlaceField {...field('service')} places={{ ...places, country: false }} country="" />}
      <DateField {...field('onDay')} />
      <TimeField {...field('startsAt')} hint={t('meeting.optional')} />
      <Field {...field('place')} prose className="input-width-l" />
      <Field {...field('topic')} prose className="input-width-l" />
      <Field {...field('seats')} inputMode="numeric" className="input-width-xs" />
      <Field {...field('taken')} inputMode="numeric" className="input-width-xs" />
      {correction && <TextArea {...field('why')} rows={2} hint={t('meeting.optional')} />}
      <div className="actions">
        <button className="button button-primary" name="intent" value="save" type="submit">
          {t('session.save')}
        </button>
      </div>
    </Form>
  );
}
