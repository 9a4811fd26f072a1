import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { ClosingForm } from '#app/components/places/closing-form.tsx';
import { ClosingPreview } from '#app/components/places/closing-preview.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { dayUnder } from '#app/platform/typed-day.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { closeLibrary } from '#app/use-cases/places/libraries/close-library.server.ts';
import { seeClosing } from '#app/use-cases/places/libraries/see-closing.server.ts';
import { seeLibrary } from '#app/use-cases/places/libraries/see-library.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/places.ts';

export const meta = pageMeta;

const fieldOf = {
  'already-closed': 'day',
  'not-a-day': 'day',
  'before-opened': 'day',
  'is-successor': 'day',
  'changed-meanwhile': 'day',
  'no-successor': 'successor',
  'same-library': 'successor',
  'successor-not-open': 'successor',
  'needs-successor': 'successor',
  'no-choice': 'people',
  'no-reason': 'why',
} as const;

type Refused = { reason: keyof typeof fieldOf; name?: string; day?: string };

function errorOf(language: 'da' | 'en', refused: Refused) {
  const t = translator({ language }, 'places');
  const values = { name: refused.name, day: refused.day && formatDay(language, refused.day) };
  return [{ id: fieldOf[refused.reason], message: t(`closing.issue.${refused.reason}`, values) }];
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'manage-places');
  const library = await seeLibrary(world, viewer, params.library!);
  if (!library) throw notFound();
  const { searchParams } = new URL(request.url);
  const typed = (name: string) => (searchParams.get(name) ?? '').trim().slice(0, 40);
  const fields = {
    day: typed('day') || dayUnder(typed, 'day'),
    successor: typed('successor'),
    people: typed('people'),
  };
  const asked = searchParams.has('people') || searchParams.has('successor');
  const seen = asked ? await seeClosing(world, viewer, { number: library.number, ...fields, language }) : undefined;
  if (seen && !seen.ok && seen.reason === 'forbidden') throw forbidden();
  if (seen && !seen.ok && seen.reason === 'not-found') throw notFound();
  return {
    title: translator({ language }, 'places')('closing.title', { name: library.name }),
    language,
    library: { number: library.number, name: library.name },
    fields,
    preview: seen?.ok ? seen.preview : null,
    errors: seen && !seen.ok ? errorOf(language, seen as Refused) : [],
    operationId: world.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'manage-places');
  const form = await readForm(request);
  const why = form.text('why');
  const outcome = await closeLibrary(world, viewer, {
    number: params.library!,
    day: form.text('day'),
    successor: form.text('successor'),
    people: form.text('people'),
    why,
    operationId: form.text('operation'),
  });
  if (outcome.ok) return redirect(`/places/${params.library}`);
  switch (outcome.reason) {
    case 'forbidden':
      throw forbidden();
    case 'not-found':
      throw notFound();
    case 'already-closed':
    case 'changed-meanwhile':
      return data({ why, errors: errorOf(language, outcome) }, { status: 409 });
    default:
      return data({ why, errors: errorOf(language, outcome) }, { status: 400 });
  }
}

export default function LibraryClose() {
  const { title, language, library, fields, preview, errors, operationId } = useLoaderData<typeof loader>();
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
          { to: `/places/${library.number}`, text: library.name },
        ]}
        here={t('library.close')}
      />
      <ErrorSummary title={common('form.summary')} errors={shown} />
      <h1>{title}</h1>
      <p className="lead">{t('closing.lead')}</p>
      <ClosingForm key={JSON.stringify(fields)} fields={fields} errorOf={messageOf} />
      {preview && (
        <ClosingPreview
          language={language}
          preview={preview}
          fields={fields}
          operationId={operationId}
          why={sent?.why ?? ''}
          error={messageOf('why')}
        />
      )}
    </>
  );
}
