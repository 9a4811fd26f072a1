import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { FieldError } from '#app/components/base/field-error.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import type { SignOffView } from '#app/use-cases/rollout/sign-off/see-sign-off.server.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  wave: { name: string; opensOn: string };
  round: NonNullable<SignOffView['round']>;
  open: boolean;
  written: string;
  errorOf: (id: string) => string | undefined;
};

/** Who signed and who is missing; the signature of the reader, or a refusal with its reason. */
export function Signatures({ language, wave, round, open, written, errorOf }: Props) {
  const { t } = useTranslation('rollout');
  const missing = round.persons - round.signatures.length;
  const maySign = round.standing === 'open' && !round.signedByMe && round.frozen !== undefined;
  const error = errorOf('read');
  return (
    <section className="panel space-5" id="sign-off" aria-labelledby="signatures">
      <h2 id="signatures" className="h3">
        {t('sign.signatures')}
      </h2>
      <ol className="signed-list">
        {round.signatures.map(({ name, at }) => (
          <li key={at + name}>
            <Icon name="check" /> <b>{name}</b>
            <p className="muted">{formatInstant(language, at)}</p>
          </li>
        ))}
        {missing > 0 && (
          <li className="muted">{t(round.signedByMe ? 'sign.missing-other' : 'sign.missing', { count: missing })}</li>
        )}
      </ol>
      {maySign && (
        <Form method="post" noValidate>
          <input type="hidden" name="round" value={round.id} />
          <div className={`form-group-checkbox${error ? ' form-error' : ''}`}>
            {error && <FieldError id="read" error={error} />}
            <input
              className="form-checkbox"
              type="checkbox"
              id="read"
              name="read"
              value="1"
              aria-describedby={error ? 'read-error' : undefined}
              aria-invalid={error ? true : undefined}
            />
            <label htmlFor="read">{t('sign.read', { count: round.deviations.length })}</label>
          </div>
          <p>{t('sign.then', { count: round.opening, day: formatDay(language, wave.opensOn) })}</p>
          <div className="actions">
            <button className="button button-primary" name="intent" value="sign" type="submit">
              {t('sign.do', { wave: wave.name })}
            </button>
          </div>
        </Form>
      )}
      <details className="disclosure" open={open}>
        <summary>{t(round.standing === 'signed' ? 'sign.withdraw' : 'sign.refuse')}</summary>
        <p>{t(round.standing === 'signed' ? 'sign.withdraw-what' : 'sign.refuse-what')}</p>
        <Form method="post" noValidate>
          <input type="hidden" name="round" value={round.id} />
          <TextArea id="why" label={t('sign.end-why')} error={errorOf('why')} defaultValue={written} rows={3} />
          <div className="actions">
            <button className="button button-secondary" name="intent" value="end" type="submit">
              {t(round.standing === 'signed' ? 'sign.withdraw-do' : 'sign.refuse-do')}
            </button>
          </div>
        </Form>
      </details>
    </section>
  );
}
