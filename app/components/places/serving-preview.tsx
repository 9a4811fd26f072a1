import { useTranslation } from 'react-i18next';
import type { ServingPreview as Preview } from '#app/use-cases/places/serving/see-serving.server.ts';
import { formatDay, formatList } from '#app/words/format.ts';
import { ConfirmForm } from './confirm-form.tsx';
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
      <ConfirmForm
        hidden={{ operation: operationId, service: preview.serviceId, from: preview.from }}
        submit={t('serving.submit')}
        why={why}
        error={error}
      />
    </section>
  );
}
