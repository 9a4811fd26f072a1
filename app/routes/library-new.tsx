import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { DateField } from '#app/components/base/date-field.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Field, Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { GuidancePointField } from '#app/components/places/guidance-point-field.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { openLibrary } from '#app/use-cases/places/libraries/open-library.server.ts';
import { listMunicipalityNames } from '#app/use-cases/places/list-municipality-names.server.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/places.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, language } = requireViewer(context, request, 'manage-places');
  return {
    title: translator({ language }, 'places')('open.title'),
    municipalities: await listMunicipalityNames(world),
    operationId: world.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'manage-places');
  const t = translator({ language }, 'places');
  const form = await readForm(request);
  const fields = {
    number: form.text('number'),
    name: form.text('name'),
    municipality: form.text('municipality'),
    from: form.day('from'),
    guidancePoint: form.text('guidancePoint') === '1',
  };
  const outcome = await openLibrary(world, viewer, { ...fields, operationId: form.text('operation') });
  if (outcome.ok) return redirect(`/places/${outcome.number}`);
  if (outcome.reason === 'forbidden') throw forbidden();
  const errors = outcome.issues.map((issue) => ({ id: issue.field, message: t(`open.issue.${issueKey(issue)}`) }));
  return data({ fields, errors }, { status: outcome.issues.some(({ problem }) => problem === 'taken') ? 409 : 400 });
}

export default function LibraryNew() {
  const { title, municipalities, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('places');
  const { t: common } = useTranslation('common');
  const field = (id: 'number' | 'name' | 'municipality' | 'from') => ({
    id,
    label: t(`open.${id}`),
    error: sent?.errors.find((error) => error.id === id)?.message,
    defaultValue: sent?.fields[id] ?? '',
  });
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/places', text: common('menu.places') }]}
        here={title}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <h1>{title}</h1>
      <p className="lead">{t('open.lead')}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="operation" value={operationId} />
        <Field
          {...field('number')}
          hint={t('open.number-hint')}
          inputMode="numeric"
          className="input-width-s"
          autoComplete="off"
        />
        <Field {...field('name')} prose className="input-width-l" autoComplete="off" />
        <Select
          {...field('municipality')}
          options={[
            { value: '', label: t('open.choose') },
            ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <DateField {...field('from')} />
        <GuidancePointField id="guidancePoint" checked={sent?.fields.guidancePoint ?? true} />
        <div className="actions">
          <button className="button button-primary" type="submit">
            {t('open.submit')}
          </button>
        </div>
      </Form>
    </>
  );
}
