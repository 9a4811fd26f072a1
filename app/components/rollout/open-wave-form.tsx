import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  wave: { name: string; opensOn: string };
  today: string;
  opening: number;
  note: string;
  errorOf: (id: string) => string | undefined;
};

/** Puts the services of a signed wave into operation when its day has come. */
export function OpenWaveForm({ language, wave, today, opening, note, errorOf }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <section className="space-7" aria-labelledby="open">
      <h2 id="open">{t('open.title', { wave: wave.name })}</h2>
      {today < wave.opensOn ? (
        <p>{t('open.early', { day: formatDay(language, wave.opensOn) })}</p>
      ) : (
        <Form method="post" noValidate>
          <p>{t('open.what', { count: opening })}</p>
          <TextArea id="note" label={t('open.note')} error={errorOf('note')} defaultValue={note} rows={3} />
          <div className="actions">
            <button className="button button-primary" name="intent" value="open" type="submit">
              {t('open.do')}
            </button>
          </div>
        </Form>
      )}
    </section>
  );
}
