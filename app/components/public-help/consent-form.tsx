import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { HelpPointView } from '#app/use-cases/help-points/see-help-point.server.ts';
import { formatDayOf } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  operationId: string;
  help: Pick<HelpPointView, 'consented' | 'consents'>;
  written: string;
  error: string | undefined;
};

/** A yes to being shown, with who says it, or taking it back. */
export function ConsentForm({ language, operationId, help, written, error }: Props) {
  const { t } = useTranslation('help-points');
  const [last] = help.consents;
  return (
    <section className="panel" aria-labelledby="consent">
      <h2 id="consent" className="h4">
        {t('consent-form.title')}
      </h2>
      <p>
        <b>
          {help.consented && last
            ? t('consent-form.is-yes', { who: last.saidBy, day: formatDayOf(language, last.recordedAt) })
            : t('consent-form.is-no')}
        </b>
      </p>
      <Form method="post" noValidate>
        <input type="hidden" name="operation" value={operationId} />
        {help.consented ? (
          <p>{t('consent-form.withdraw-text')}</p>
        ) : (
          <Field
            id="saidBy"
            label={t('consent-form.said-by')}
            hint={t('consent-form.said-by-hint')}
            error={error}
            defaultValue={written}
            prose
          />
        )}
        <div className="actions">
          <button
            className="button button-secondary"
            name="intent"
            value={help.consented ? 'withdraw' : 'consent'}
            type="submit"
          >
            {t(help.consented ? 'consent-form.withdraw' : 'consent-form.give')}
          </button>
        </div>
      </Form>
    </section>
  );
}
