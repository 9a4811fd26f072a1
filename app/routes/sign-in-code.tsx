import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { retryAfter } from '#app/platform/retry-after.server.ts';
import { cookieNames, cookieOf, readCookie } from '#app/platform/session-cookie.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { safeNext } from '#app/server/client-address.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { neverHappens } from '#app/use-cases/never-happens.ts';
import { sessionSeconds } from '#app/use-cases/sign-in/start-session.server.ts';
import { useSignInCode } from '#app/use-cases/sign-in/use-sign-in-code.server.ts';
import '#app/words/public-pages.ts';

export const meta = pageMeta;
export const headers = retryAfter;

export function loader({ request, context }: LoaderFunctionArgs) {
  const t = translator(contextOf(context), 'public');
  return { title: t('code.title'), next: safeNext(new URL(request.url).searchParams.get('next')) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, language, client } = contextOf(context);
  const t = translator({ language }, 'public');
  const form = await readForm(request);
  const names = cookieNames(world.publicUrl);
  // biome-ignore lint/correctness/useHookAtTopLevel: this is a use case, not a hook.
  const outcome = await useSignInCode(world, {
    challenge: readCookie(request, names.code),
    code: form.text('code'),
    client,
    former: readCookie(request, names.session),
  });
  if (outcome.ok) {
    const headers = new Headers();
    headers.append('Set-Cookie', cookieOf(world.publicUrl, names.session, outcome.cookie, sessionSeconds));
    headers.append('Set-Cookie', cookieOf(world.publicUrl, names.code, '', 0));
    return redirect(safeNext(form.text('next')), { headers });
  }
  switch (outcome.reason) {
    case 'expired':
      return data({ error: t('code.expired') }, { status: 400 });
    case 'wrong-code':
      return data({ error: t('code.wrong') }, { status: 400 });
    case 'too-many':
      return data(
        { error: t('sign-in.too-many', { minutes: Math.ceil(outcome.seconds / 60) }) },
        { status: 429, headers: { 'Retry-After': String(outcome.seconds) } },
      );
    default:
      return neverHappens(outcome);
  }
}

export default function SignInCode() {
  const { next } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('public');
  const { t: common } = useTranslation('common');
  return (
    <>
      <ErrorSummary title={common('form.summary')} errors={sent?.error ? [{ id: 'code', message: sent.error }] : []} />
      <h1>{t('code.title')}</h1>
      <p className="lead">{t('code.lead')}</p>
      <Form className="space-6" method="post" noValidate reloadDocument>
        <input type="hidden" name="next" value={next} />
        <Field
          id="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          className="code-input"
          maxLength={12}
          label={t('code.label')}
          hint={t('code.hint')}
          error={sent?.error}
        />
        <div className="actions">
          <button className="button button-primary" type="submit">
            {t('code.submit')}
          </button>
          <Link className="text-link" to={`/sign-in?${new URLSearchParams({ next })}`}>
            {t('code.again')}
          </Link>
        </div>
      </Form>
      <section className="space-6" aria-labelledby="no-mail">
        <h2 id="no-mail" className="h3">
          {t('code.no-mail')}
        </h2>
        <ul>
          <li>{t('code.no-mail-spam')}</li>
          <li>{t('code.no-mail-address')}</li>
        </ul>
      </section>
    </>
  );
}
