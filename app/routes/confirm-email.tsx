import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { confirmEmail } from '#app/use-cases/people/confirm-email.server.ts';
import { seeEmailChange } from '#app/use-cases/people/see-email-change.server.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

/** Programs that read mail open its links, so only the button of the page confirms. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const title = translator({ language }, 'admin')('confirm-email.title');
  const change = await seeEmailChange(world, params.secret!);
  return data({ title, email: change?.email ?? null }, { status: change ? 200 : 404 });
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { world } = contextOf(context);
  const outcome = await confirmEmail(world, { secret: params.secret! });
  if (outcome.ok) return data({ done: outcome.email });
  return data({ refused: outcome.reason }, { status: outcome.reason === 'known-email' ? 409 : 404 });
}

export default function ConfirmEmail() {
  const { email } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('admin');
  const done = sent && 'done' in sent ? sent.done : undefined;
  const isTaken = sent && 'refused' in sent && sent.refused === 'known-email';
  return (
    <>
      <h1>{t('confirm-email.title')}</h1>
      {done && (
        <Message tone="ok" lead={t('confirm-email.done', { email: done })}>
          <p>
            <Link to="/sign-in">{t('confirm-email.sign-in')}</Link>
          </p>
        </Message>
      )}
      {isTaken && <FormAnswer tone="error" lead={t('confirm-email.known-email')} />}
      {!done && !email && <Message tone="warning" lead={t('confirm-email.too-old')} />}
      {!done && email && !isTaken && (
        <>
          <p className="lead">{t('confirm-email.lead', { email })}</p>
          <Form method="post">
            <div className="actions">
              <button className="button button-primary" type="submit">
                {t('confirm-email.submit')}
              </button>
            </div>
          </Form>
        </>
      )}
    </>
  );
}
