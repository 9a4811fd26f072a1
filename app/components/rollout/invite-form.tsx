import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Select, TextArea } from '#app/components/base/field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { InvitePlan } from '#app/use-cases/rollout/invitations/invite-services.server.ts';
import { InvitePreview } from './invite-preview.tsx';

export type InviteFields = { services: string[]; wave: string; way: string; answerBy: string; message: string };
type Props = {
  operationId: string;
  waves: readonly {
    id: string;
    name: string;
    services: readonly { serviceId: string; name: string; step: string }[];
  }[];
  fields: InviteFields;
  plan: InvitePlan | undefined;
  letter: { subject: string; body: string } | undefined;
  errorOf: (id: string) => string | undefined;
};

const open = ['ikke-startet', 'inviteret'];

/** Invites services to their wave: first it shows who would get the letter, then it sends it. */
export function InviteForm({ operationId, waves, fields, plan, letter, errorOf }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      <Select
        id="wave"
        label={t('invite.wave')}
        error={errorOf('wave')}
        defaultValue={fields.wave}
        options={[{ value: '', label: t('sign.choose') }, ...waves.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <FieldSet
        id="services"
        legend={t('invite.who')}
        hint={t('invite.who-hint')}
        error={errorOf('services')}
        className="field"
      >
        {waves.map(({ id, name, services }) => {
          const asked = services.filter(({ step }) => open.includes(step));
          return (
            asked.length > 0 && (
              <details className="disclosure" key={id} open={fields.wave === id}>
                <summary>{t('invite.of-wave', { wave: name, count: asked.length })}</summary>
                <ul className="ticks">
                  {asked.map((service) => (
                    <li className="form-group-checkbox" key={service.serviceId}>
                      <input
                        className="form-checkbox"
                        type="checkbox"
                        id={`invite-${service.serviceId}`}
                        name="services"
                        value={service.serviceId}
                        defaultChecked={fields.services.includes(service.serviceId)}
                      />
                      <label htmlFor={`invite-${service.serviceId}`}>{service.name}</label>
                    </li>
                  ))}
                </ul>
              </details>
            )
          );
        })}
      </FieldSet>
      <FieldSet id="way" legend={t('invite.way')} error={errorOf('way')} className="field">
        <div className="answers">
          {(['mail', 'paper'] as const).map((value) => (
            <div className="answers__option" key={value}>
              <input type="radio" name="way" id={`way-${value}`} value={value} defaultChecked={fields.way === value} />
              <label htmlFor={`way-${value}`}>{t(`invite.${value}`)}</label>
            </div>
          ))}
        </div>
      </FieldSet>
      <DateField id="answerBy" label={t('invite.by')} error={errorOf('answerBy')} defaultValue={fields.answerBy} />
      <TextArea
        id="message"
        label={t('invite.message')}
        hint={t('invite.message-hint')}
        error={errorOf('message')}
        defaultValue={fields.message}
        rows={4}
      />
      {plan && <InvitePreview plan={plan} letter={letter} />}
      <div className="actions">
        <button className="button button-secondary" name="intent" value="preview" type="submit">
          {t('invite.preview')}
        </button>
        {plan && plan.invited.length > 0 && (
          <button className="button button-primary" name="intent" value="invite" type="submit">
            {t('invite.send', { count: plan.invited.length })}
          </button>
        )}
      </div>
    </Form>
  );
}
