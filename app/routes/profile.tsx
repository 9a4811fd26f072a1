import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Facts } from '#app/components/base/facts.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { OwnPractice } from '#app/components/practice/own-practice.tsx';
import { LookedUp } from '#app/components/profile/looked-up.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireSignedIn } from '#app/server/require-viewer.server.ts';
import { requestEmailChange } from '#app/use-cases/people/request-email-change.server.ts';
import { seeProfile } from '#app/use-cases/people/see-profile.server.ts';
import { formatNumber } from '#app/words/format.ts';
import '#app/words/practice.ts';
import '#app/words/study.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireSignedIn(context, request);
  const title = translator({ language }, 'adviser')('profile.title');
  return { title, language, ...(await seeProfile(world, viewer)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'change-own-email');
  const t = translator({ language }, 'admin');
  const newEmail = (await readForm(request)).text('newEmail').trim();
  const outcome = await requestEmailChange(world, viewer, { personId: viewer.personId, newEmail });
  if (outcome.ok) return data({ newEmail: '', done: t('person.email-sent', { email: newEmail }) });
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'too-many': {
      const error = t('person.issue.too-many', { minutes: Math.ceil(outcome.seconds / 60) });
      return data({ newEmail, error }, { status: 429 });
    }
    default:
      return data({ newEmail, error: t(`person.issue.${outcome.reason}`) }, { status: 400 });
  }
}

export default function Profile() {
  const { language, name, email, library, roles, timeFactor, lookedUp, practice } = useLoaderData<typeof loader>();
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const { t: study } = useTranslation('study');
  const sent = useActionData<typeof action>();
  const error = sent && 'error' in sent ? sent.error : undefined;
  return (
    <>
      <ErrorSummary title={common('form.summary')} errors={error ? [{ id: 'newEmail', message: error }] : []} />
      <h1>{t('profile.title')}</h1>
      {sent && 'done' in sent && <FormAnswer tone="ok" lead={sent.done} />}
      <Facts
        rows={[
          [t('profile.name'), name],
          [t('profile.email'), email ?? t('profile.none')],
          [t('profile.library'), library ?? t('profile.none')],
          [t('profile.roles'), roles.map((role) => common(`role.${role}`)).join(', ') || t('profile.none')],
          ...(timeFactor > 1
            ? ([[t('profile.time'), t('profile.times', { factor: formatNumber(language, timeFactor, 2) })]] as const)
            : []),
        ]}
      />
      <p className="space-6">{t('profile.change')}</p>
      <p>
        <Link to="/my-letters">{study('letters.title')}</Link>
      </p>
      {roles.includes('adviser') && (
        <p>
          <Link to="/my-notes">{study('marks.title')}</Link>
        </p>
      )}
      <section className="space-7" aria-labelledby="email-change">
        <h2 id="email-change">{t('profile.email-change')}</h2>
        <p>{t('profile.email-change-text')}</p>
        <Form method="post" noValidate>
          <Field
            id="newEmail"
            type="email"
            prose
            autoComplete="email"
            className="input-width-l"
            label={t('profile.email-new')}
            error={error}
            defaultValue={sent?.newEmail}
          />
          <div className="actions">
            <button className="button button-secondary" type="submit">
              {t('profile.email-submit')}
            </button>
          </div>
        </Form>
      </section>
      {practice && <OwnPractice practice={practice} language={language} />}
      <LookedUp by={lookedUp} language={language} />
    </>
  );
}
