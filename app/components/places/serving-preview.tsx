import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { ServingPreview as Preview } from '#app/use-cases/places/serving/see-serving.server.ts';
import { formatDay, formatList } from '#app/words/format.ts';
import { ServiceEffects } from './service-effects.tsx';

type Props = {
  language: 'da' | 'en';
  preview: Preview;
  operationId: string;
  why: string;
  error: string | undefined;
};

/** What it does to staffing and readiness when another service serves a municipality, and the button that does it. */
export function ServingPreview({ language, preview, operationId, why, error }: Props) {
  const { t } = useTranslation('places');
  const { service, former, municipality, librariesLeft } = preview;
  return (
    <section className="space-6" aria-labelledby="preview">
      <h2 id="preview">{t('closing.preview', { day: formatDay(language, preview.from) })}</h2>
      <ul>
        <li>{t('serving.takes-over', { service, former, municipality })}</li>
        {preview.required.map(({ serviceId, name, from, to, municipalities }) => (
          <li key={serviceId}>
            {municipalities.length === 0
              ? t('serving.serves-none', { name })
              : t('serving.required', { name, places: formatList(language, municipalities), from, to })}
          </li>
        ))}
        {librariesLeft > 0 && <li>{t('serving.libraries-left', { count: librariesLeft, municipality, former })}</li>}
      </ul>
      <ServiceEffects language={language} asOf={preview.asOf} effects={preview.effects} />
      <Form method="post" noValidate>
        <input type="hidden" name="operation" value={operationId} />
        <input type="hidden" name="service" value={preview.serviceId} />
        <input type="hidden" name="from" value={preview.from} />
        <TextArea
          id="why"
          label={t('closing.why')}
          hint={t('closing.why-hint')}
          error={error}
          defaultValue={why}
          rows={3}
        />
        <div className="actions">
          <button className="button button-primary" type="submit">
            {t('serving.submit')}
          </button>
        </div>
      </Form>
    </section>
  );
}
