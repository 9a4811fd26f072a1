import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AboutLibrary } from '#app/components/places/about-library.tsx';
import { CorrectLibraryForm } from '#app/components/places/correct-library-form.tsx';
import { LibraryHistory } from '#app/components/places/library-history.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { correctLibrary } from '#app/use-cases/places/libraries/correct-library.server.ts';
import { reopenLibrary } from '#app/use-cases/places/libraries/reopen-library.server.ts';
import { seeLibrary } from '#app/use-cases/places/libraries/see-library.server.ts';
import { listMunicipalityNames } from '#app/use-cases/places/list-municipality-names.server.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/places.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'manage-places');
  const library = await seeLibrary(world, viewer, params.library!);
  if (!library) throw notFound();
  return { title: library.name, language, library, municipalities: await listMunicipalityNames(world) };
}

type Answer = {
  fields?: { name: string; municipality: string; opened: string; guidancePoint: boolean };
  errors: { id: string; message: string }[];
  error?: string;
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'manage-places');
  const t = translator({ language }, 'places');
  const form = await readForm(request);
  const number = params.library!;
  const answer = (given: Answer, status: number) => data(given, { status });
  if (form.text('intent') === 'reopen') {
    const outcome = await reopenLibrary(world, viewer, { number });
    if (outcome.ok) return redirect(`/places/${number}`);
    if (outcome.reason === 'forbidden') throw forbidden();
    if (outcome.reason === 'not-found') throw notFound();
    return answer({ errors: [], error: t('library.not-closed') }, 409);
  }
  const fields = {
    name: form.text('name'),
    municipality: form.text('municipality'),
    opened: form.day('opened'),
    guidancePoint: form.text('guidancePoint') === '1',
  };
  const outcome = await correctLibrary(world, viewer, { number, ...fields });
  if (outcome.ok) return redirect(`/places/${number}`);
  if (outcome.reason === 'forbidden') throw forbidden();
  if (outcome.reason === 'not-found') throw notFound();
  const errors = outcome.issues.map((issue) => ({ id: issue.field, message: t(`library.issue.${issueKey(issue)}`) }));
  return answer({ fields, errors }, 400);
}

export default function Library() {
  const { language, library, municipalities } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as Answer | undefined;
  const { t } = useTranslation('places');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/places', text: common('menu.places') }]}
        here={library.name}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      {sent?.error && <FormAnswer tone="error" lead={sent.error} />}
      <h1>{library.name}</h1>
      <AboutLibrary language={language} library={library} />
      <div className="actions only-screen">
        {library.closedOn === null ? (
          <Link className="button button-secondary" to={`/places/${library.number}/close`}>
            {t('library.close')}
          </Link>
        ) : (
          <Form method="post">
            <p>{t('library.reopen-text')}</p>
            <button className="button button-secondary" name="intent" value="reopen" type="submit">
              {t('library.reopen')}
            </button>
          </Form>
        )}
      </div>
      <LibraryHistory language={language} changes={library.changes} />
      <details className="disclosure space-6 only-screen" open={sent?.fields !== undefined}>
        <summary>{t('library.correct')}</summary>
        <p>{t('library.correct-text')}</p>
        <CorrectLibraryForm
          key={library.changes.length}
          municipalities={municipalities}
          fields={
            sent?.fields ?? {
              name: library.name,
              municipality: library.code,
              opened: library.openedOn,
              guidancePoint: library.guidancePoint,
            }
          }
          errorOf={(id) => sent?.errors.find((error) => error.id === id)?.message}
        />
      </details>
    </>
  );
}
