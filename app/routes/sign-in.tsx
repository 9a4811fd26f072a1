import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { LineToSeal } from '#app/components/course-line/line-to-seal.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { retryAfter } from '#app/platform/retry-after.server.ts';
import { sampleNumber, sealRings } from '#app/platform/seal-rings.server.ts';
import { cookieNames, cookieOf } from '#app/platform/session-cookie.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { safeNext } from '#app/server/client-address.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { neverHappens } from '#app/use-cases/never-happens.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { listDemoPeople } from '#app/use-cases/sign-in/list-demo-people.server.ts';
import { codeMinutes, sendSignInCode } from '#app/use-cases/sign-in/send-sign-in-code.server.ts';
import '#app/words/public-pages.ts';

export const meta = pageMeta;
export const headers = retryAfter;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const asked = new URL(request.url).searchParams;
  return {
    title: translator({ language }, 'public')('sign-in.title'),
    next: safeNext(asked.get('next')),
    people: await listDemoPeople(world),
    rings: sealRings(sampleNumber),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, language, client } = contextOf(context);
  const t = translator({ language }, 'public');
  const form = await readForm(request);
  const email = form.text('email');
  const outcome = await sendSignInCode(world, { email, client, language });
  if (outcome.ok) {
    // The mail is sent after the response, for known and unknown addresses alike.
    setImmediate(() => void deliverOutbox(world).catch(() => undefined));
    const cookie = cookieOf(world.publicUrl, cookieNames(world.publicUrl).code, outcome.cookie, codeMinutes * 60);
    return redirect(`/sign-in/code?${new URLSearchParams({ next: safeNext(form.text('next')) })}`, {
      headers: { 'Set-Cookie': cookie },
    });
  }
  switch (outcome.reason) {
    case 'not-an-email':
      return data({ email, error: t('sign-in.not-an-email') }, { status: 400 });
    case 'too-many':
      return data(
        { email, error: t('sign-in.too-many', { minutes: Math.ceil(outcome.seconds / 60) }) },
        { status: 429, headers: { 'Retry-After': String(outcome.seconds) } },
      );
    default:
      return neverHappens(outcome);
  }
}

export default function SignIn() {
  const { next, people, rings } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('public');
  const { t: common } = useTranslation('common');
  return (
    <div className={people.length > 0 ? 'columns columns--equal' : ''}>
      <div>
        <ErrorSummary
          title={common('form.summary')}
          errors={sent?.error ? [{ id: 'email', message: sent.error }] : []}
        />
        <h1>{t('sign-in.title')}</h1>
        <p className="lead">{t('sign-in.lead')}</p>
        <Form className="space-6" method="post" noValidate>
          <input type="hidden" name="next" value={next} />
          <Field
            id="email"
            prose={false}
            type="email"
            autoComplete="email"
            className="input-width-l"
            label={t('sign-in.email')}
            hint={t('sign-in.email-hint')}
            error={sent?.error}
            defaultValue={sent?.email}
          />
          <div className="actions">
            <button className="button button-primary" type="submit">
              {t('sign-in.send')}
            </button>
          </div>
        </Form>
        <p className="space-6">
          {t('sign-in.only-check')} <Link to="/check">{t('sign-in.check-link')}</Link>
        </p>
        <LineToSeal rings={rings} />
      </div>
      {people.length > 0 && (
        <section className="panel" aria-labelledby="demo-title">
          <h2 id="demo-title" className="h3">
            {t('sign-in.demo')}
          </h2>
          <p className="muted">{t('sign-in.demo-text')}</p>
          <ul className="persona">
            {people.map(({ personId, name, roles, library }) => (
              <li key={personId}>
                <Form method="post" action="/sign-in/demo" reloadDocument>
                  <input type="hidden" name="next" value={next} />
                  <button type="submit" name="person" value={personId}>
                    <Icon name="person" />
                    <span>
                      <b>
                        {name}, {roles.map((role) => common(`role.${role}`)).join(', ')}
                      </b>
                      <span>{library ?? ''}</span>
                    </span>
                    <Icon name="right" />
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
