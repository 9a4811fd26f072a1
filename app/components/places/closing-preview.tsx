import { useTranslation } from 'react-i18next';
import type { ClosingPreview as Preview } from '#app/use-cases/places/libraries/see-closing.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { ClosingFields } from './closing-form.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { ServiceEffects } from './service-effects.tsx';

type Props = {
  language: 'da' | 'en';
  preview: Preview;
  fields: ClosingFields;
  operationId: string;
  why: string;
  error: string | undefined;
};

/** What closing a library does to people and to readiness, and the button that does it. */
export function ClosingPreview({ language, preview, fields, operationId, why, error }: Props) {
  const { t } = useTranslation('places');
  const { successor, moves, people, planned, contacts } = preview;
  const to = successor?.name ?? '';
  const way = moves ? 'move' : 'end';
  const lines = [
    t(`closing.people-${way}`, { count: people, to }),
    planned > 0 && t(`closing.planned-${way}`, { count: planned, to }),
    contacts > 0 && t('closing.contacts', { count: contacts }),
    moves && successor?.otherService && t('closing.other-service', { to, service: successor.service }),
    preview.lastOfService && t('closing.last'),
  ].filter((line) => line !== false && line !== undefined);
  return (
    <section className="space-6" aria-labelledby="preview">
      <h2 id="preview">{t('closing.preview', { day: formatDay(language, preview.day) })}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ServiceEffects language={language} asOf={preview.asOf} effects={preview.effects} />
      <ConfirmForm
        hidden={{ operation: operationId, ...fields, day: preview.day }}
        submit={t(successor ? 'closing.submit-merge' : 'closing.submit')}
        why={why}
        error={error}
      />
    </section>
  );
}
