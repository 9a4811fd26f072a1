import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { DateField } from '#app/components/base/date-field.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { ServedHistory } from '#app/components/places/served-history.tsx';
import { ServingPreview } from '#app/components/places/serving-preview.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { dayUnder } from '#app/platform/typed-day.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeServed } from '#app/use-cases/places/serving/see-served.server.ts';
import { seeServing } from '#app/use-cases/places/serving/see-serving.server.ts';
import { serveMunicipality } from '#app/use-cases/places/serving/serve-municipality.server.ts';
import { takeBackServing } from '#app/use-cases/places/serving/take-back-serving.server.ts';
import '#app/words/places.ts';

export const meta = pageMeta;

const fieldOf = {
  'no-service': 'service',
  'serves-already': 'service',
  'not-a-day': 'from',
  'before-first': 'from',
  'later-planned': 'from',
  'changed-meanwhile': 'from',
  'no-reason': 'why',
} as const;

function errorOf(language: 'da' | 'en', reason: keyof typeof fieldOf) {
  return [{ id: fieldOf[reason], message: translator({ language }, 'places')(`serving.issue.${reason}`) }];
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'manage-places');
  const served = await seeServed(world, viewer, params.code!);
  if (!served) throw notFound();
  const { searchParams } = new URL(request.url);
  const typed = (name: string) => (searchParams.get(name) ?? '').trim().slice(0, 80);
  const fields = { service: typed('service'), from: typed('from') || dayUnder(typed, 'from') };
  const seen = searchParams.has('service')
    ? await seeServing(world, viewer, { code: served.code, serviceId: fields.service, from: fields.from, language })
    : undefined;
  if (seen && !seen.ok && seen.reason === 'forbidden') throw forbidden();
  if (seen && !seen.ok && seen.reason === 'not-found') throw notFound();
  return {
    title: translator({ language }, 'places')('serving.of', { name: served.name }),
    language,
    served,
    fields,
    preview: seen?.ok ? seen.preview : null,
    errors: seen && !seen.ok ? errorOf(language, seen.reason as keyof typeof fieldOf) : [],
    operationId: world.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'manage-places');
  const form = await readForm(request);
  const [code, from, why] = [params.code!, form.text('from'), form.text('why')];
  const outcome =
    form.text('intent') === 'take-back'
      ? await takeBackServing(world, viewer, { code, from })
      : await serveMunicipality(world, viewer, {
          ...{ code, serviceId: form.text('service'), from, why },
          operationId: form.text('operation'),
        });
  if (outcome.ok) return redirect(`/places/serving/${code}`);
  if (outcome.reason === 'forbidden') throw forbidden();
  if (outcome.reason === 'not-found') throw notFound();
  const status = outcome.reason === 'changed-meanwhile' || outcome.reason === 'later-planned' ? 409 : 400;
  return data({ why, errors: errorOf(language, outcome.reason) }, { status });
}

export default function Served() {
  const { title, language, served, fields, preview, errors, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('places');
  const { t: common } = useTranslation('common');
  const shown = sent?.errors ?? errors;
  const messageOf = (id: string) => shown.find((error) => error.id === id)?.message;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/places', text: common('menu.places') },
          { to: '/places/serving', text: t('serving.title') },
        ]}
        here={served.name}
      />
      <ErrorSummary title={common('form.summary')} errors={shown} />
      <h1>{title}</h1>
      <ServedHistory language={language} served={served} />
      <section className="space-6 only-screen" aria-labelledby="change">
        <h2 id="change">{t('serving.change')}</h2>
        <Form method="get" noValidate>
          <Select
            id="service"
            label={t('serving.service')}
            error={messageOf('service')}
            defaultValue={fields.service}
            options={[
              { value: '', label: t('serving.choose') },
              ...served.services.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <DateField id="from" label={t('serving.from')} error={messageOf('from')} defaultValue={fields.from} />
          <div className="actions">
            <button className="button button-secondary" type="submit">
              {t('closing.see')}
            </button>
          </div>
        </Form>
      </section>
      {preview && (
        <ServingPreview
          language={language}
          preview={preview}
          operationId={operationId}
          why={sent?.why ?? ''}
          error={messageOf('why')}
        />
      )}
    </>
  );
}
