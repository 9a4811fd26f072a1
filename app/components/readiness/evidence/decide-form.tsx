import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Props = {
  evidenceId: string;
  /** Where to go afterwards: the code of a municipality, the list, or nowhere. */
  back: string;
  /** What the button confirms, for those who hear it without what stands around. */
  about: string;
};

/** Confirms what a place says of itself. */
export function ConfirmForm({ evidenceId, back, about }: Props) {
  const { t } = useTranslation('evidence');
  return (
    <Form method="post" action={`/evidence/${evidenceId}`}>
      <input type="hidden" name="back" value={back} />
      <button className="button button-secondary" name="intent" value="confirm" type="submit">
        {t('confirm')} <span className="sr-only">{about}</span>
      </button>
    </Form>
  );
}

type DeclineProps = { evidenceId: string; open: boolean; written: string; error: string | undefined };

/** Declines what a place says of itself, with a reason that whoever said it gets. */
export function DeclineForm({ evidenceId, open, written, error }: DeclineProps) {
  const { t } = useTranslation('evidence');
  return (
    <details className="disclosure space-5" open={open}>
      <summary>{t('decline.title')}</summary>
      <Form method="post" action={`/evidence/${evidenceId}`} noValidate>
        <TextArea
          id="reason"
          label={t('decline.reason')}
          hint={t('decline.hint')}
          error={error}
          defaultValue={written}
          rows={3}
        />
        <div className="actions">
          <button className="button button-secondary" name="intent" value="decline" type="submit">
            {t('decline.do')}
          </button>
        </div>
      </Form>
    </details>
  );
}
