import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, FileInput, Select, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { PaperView } from '#app/use-cases/readiness/evidence/paper-view-of.ts';

type Props = {
  serviceId: string;
  operationId: string;
  today: string;
  gates: readonly { key: string; title: string }[];
  /** The gate preselected by the link beside it. */
  chosen: string;
  /** The evidence that is corrected; its gate stays. */
  corrected?: PaperView & { expires: boolean };
  sent: Record<string, string> | undefined;
  errorOf: (id: string) => string | undefined;
};

type Name = 'gate' | 'value' | 'observedOn' | 'lastDay' | 'note' | 'link' | 'why';

/** Records what is known about a gate, or corrects it. A refused form is shown again as it was typed. */
export function EvidenceForm({ serviceId, operationId, today, gates, chosen, corrected, sent, errorOf }: Props) {
  const { t } = useTranslation('agency');
  const former: Partial<Record<Name, string>> = corrected
    ? {
        ...{ value: corrected.value, observedOn: corrected.observedOn, note: corrected.note },
        ...{ link: corrected.link ?? '', lastDay: corrected.expires ? corrected.lastDay : '' },
      }
    : { observedOn: today, gate: chosen };
  const field = (id: Name) => ({
    id,
    label: t(`evidence.${id}`),
    error: errorOf(id),
    defaultValue: sent?.[id] ?? former[id] ?? '',
  });
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="service" value={serviceId} />
      <input type="hidden" name="operation" value={operationId} />
      {!corrected && (
        <Select {...field('gate')} options={gates.map(({ key, title }) => ({ value: key, label: title }))} />
      )}
      <Select
        {...field('value')}
        options={(['opfyldt', 'ikke-opfyldt', 'ukendt', 'ikke-relevant'] as const).map((value) => ({
          value,
          label: t(`gate.${value}`),
        }))}
      />
      <DateField {...field('observedOn')} />
      <DateField {...field('lastDay')} hint={t('evidence.optional')} />
      <TextArea {...field('note')} rows={3} hint={t('evidence.note-hint')} />
      <FileInput
        id="document"
        label={t('evidence.document')}
        hint={`${t('evidence.document-hint')} ${corrected?.documentName ? t('evidence.document-kept', { name: corrected.documentName }) : ''}`.trim()}
        error={errorOf('document')}
        accept=".pdf,.png,.jpg,.jpeg,.odt,.docx"
      />
      <Field {...field('link')} prose className="input-width-l" hint={t('evidence.link-hint')} />
      {corrected && <TextArea {...field('why')} rows={3} />}
      <div className="actions">
        <button
          className={`button ${corrected ? 'button-secondary' : 'button-primary'}`}
          name="intent"
          value={corrected ? 'correct' : 'evidence'}
          type="submit"
        >
          {t(corrected ? 'evidence.save-correction' : 'evidence.save')}
        </button>
      </div>
    </Form>
  );
}
