import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field } from '../components/field.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { contextOf } from '../platform/load-context.server.ts';
import { translator } from '../platform/translator.server.ts';
import { parseVerifyCode } from '../use-cases/certificates/verify-code.server.ts';

export const meta = pageMeta;

export function loader({ request, context }: LoaderFunctionArgs) {
  const t = translator(contextOf(context), 'public');
  const typed = new URL(request.url).searchParams.get('code');
  if (typed === null) return data({ title: t('check.title'), typed: '', error: undefined });
  const code = parseVerifyCode(typed);
  if (code) return redirect(`/v/${code}`);
  return data(
    { title: `${t('error-word')} ${t('check.title')}`, typed, error: t('check.not-a-code') },
    { status: 400 },
  );
}

export default function Check() {
  const { typed, error } = useLoaderData<typeof loader>();
  const { t } = useTranslation('public');
  const { t: common } = useTranslation('common');
  return (
    <div className="kontrol">
      <ErrorSummary title={common('form.summary')} errors={error ? [{ id: 'code', message: error }] : []} />
      <h1>{t('check.title')}</h1>
      <p className="stor">{t('check.lead')}</p>
      <Form className="rum-6" method="get" noValidate>
        <Field
          id="code"
          className="input-width-l"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          label={t('check.label')}
          hint={t('check.hint')}
          errorWord={t('error-word')}
          error={error}
          defaultValue={typed}
        />
        <div className="handlinger">
          <button className="button button-primary" type="submit">
            {t('check.submit')}
          </button>
        </div>
      </Form>
    </div>
  );
}
