import { Form } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import { useAnswerFocus } from './use-answer-focus.ts';

/** Holds a name against the one on the paper, without showing more than initials to whoever does not know it. */
export function CompareName({ compared }: { compared: { typed: string; error?: string | undefined } | undefined }) {
  const { t } = useTranslation('public');
  useEffect(() => {
    if (compared?.error) document.getElementById('name')?.focus();
  }, [compared]);
  return (
    <Form className="rum-6" method="post" noValidate>
      <Field
        id="name"
        className="input-width-l"
        autoComplete="off"
        autoFocus={compared?.error !== undefined}
        label={t('verify.name-label')}
        hint={t('verify.name-hint')}
        errorWord={t('error-word')}
        defaultValue={compared?.typed}
        error={compared?.error}
      />
      <div className="handlinger">
        <button className="button button-secondary" type="submit">
          {t('verify.name-submit')}
        </button>
      </div>
    </Form>
  );
}

/** The name is the one on the paper. It stands above the facts, far from the button that asked. */
export function NameMatches() {
  const { t } = useTranslation('public');
  const box = useAnswerFocus<HTMLDivElement>();
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what brings somebody to the answer.
    <div className="besked besked--ok" role="status" tabIndex={-1} ref={box} autoFocus>
      <Icon name="check" />
      <p>
        <b>{t('verify.name-matches')}</b>
      </p>
    </div>
  );
}
