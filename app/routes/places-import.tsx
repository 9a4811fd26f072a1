import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { FileInput, Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { PlacesPreview } from '#app/components/places/places-preview.tsx';
import { RefusedPlaces } from '#app/components/places/refused-places.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { commitPlaces } from '#app/use-cases/places/import/commit-places.server.ts';
import type { ImportReadiness } from '#app/use-cases/places/import/import-readiness.server.ts';
import type { JudgedRow } from '#app/use-cases/places/import/judged-row.ts';
import { kindsFor } from '#app/use-cases/places/import/kinds-for.ts';
import { type PlacesRefused, previewPlaces } from '#app/use-cases/places/import/preview-places.server.ts';
import '#app/words/places.ts';

export const meta = pageMeta;

type Answer = {
  kind: string;
  error?: string;
  field?: 'file' | 'kind';
  rows?: JudgedRow[];
  readiness?: ImportReadiness | null;
  text?: string;
  encoding?: string;
  done?: string;
  refused?: number;
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language } = requireViewer(context, request, 'manage-places');
  return { title: translator({ language }, 'places')('import.title'), language, kinds: kindsFor(viewer) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'manage-places');
  const t = translator({ language }, 'places');
  const form = await readForm(request);
  const kind = form.text('kind');
  const answer = (given: Omit<Answer, 'kind'>, status = 200) => data({ kind, ...given } satisfies Answer, { status });
  if (form.text('intent') === 'commit') {
    const text = form.text('text');
    const outcome = await commitPlaces(world, viewer, { kind, text });
    if (!outcome.ok) return refused(outcome);
    return answer({
      done: t('import.done', { added: outcome.new, changed: outcome.changed, same: outcome.same, no: outcome.refused }),
      ...(outcome.refused > 0 && { refused: outcome.refused, text }),
    });
  }
  const [file] = form.files('file');
  if (!file) return answer({ error: t('import.no-file'), field: 'file' }, 400);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const outcome = await previewPlaces(world, viewer, { kind, bytes, language });
  if (!outcome.ok) return refused(outcome);
  const { rows, readiness, text, encoding } = outcome;
  return answer({ rows, readiness, text, encoding }, rows.every(({ verdict }) => verdict === 'refused') ? 400 : 200);

  function refused(outcome: PlacesRefused) {
    if (outcome.reason === 'forbidden') throw forbidden();
    const values = {
      line: 'line' in outcome ? outcome.line : undefined,
      name: 'name' in outcome ? outcome.name : undefined,
    };
    const status = outcome.reason === 'too-large' ? 413 : 400;
    const field = outcome.reason === 'no-kind' ? ('kind' as const) : ('file' as const);
    return answer({ error: t(`import.${outcome.reason}`, values), field }, status);
  }
}

export default function PlacesImport() {
  const { title, language, kinds } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as Answer | undefined;
  const { t } = useTranslation('places');
  const { t: common } = useTranslation('common');
  const errorOf = (field: 'file' | 'kind') => (sent?.field === field ? sent.error : undefined);
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/places', text: common('menu.places') }]}
        here={title}
      />
      <h1>{title}</h1>
      <p className="lead">{t('import.lead')}</p>
      <ErrorSummary
        title={common('form.summary')}
        errors={sent?.error ? [{ id: sent.field ?? 'file', message: sent.error }] : []}
      />
      {sent?.done && (
        <Message tone="ok" lead={sent.done}>
          {sent.refused && <RefusedPlaces kind={sent.kind} text={sent.text ?? ''} count={sent.refused} />}
        </Message>
      )}
      {sent?.rows && (
        <PlacesPreview
          {...{ language, kind: sent.kind, rows: sent.rows, encoding: sent.encoding }}
          text={sent.text ?? ''}
          readiness={sent.readiness ?? null}
        />
      )}
      <Form method="post" encType="multipart/form-data" className="space-6" noValidate>
        <Select
          id="kind"
          label={t('import.kind')}
          error={errorOf('kind')}
          defaultValue={sent?.kind ?? kinds[0] ?? ''}
          options={kinds.map((each) => ({ value: each, label: t(`import.kinds.${each}`) }))}
        />
        <FileInput
          id="file"
          label={t('import.file')}
          hint={t('import.hint')}
          error={errorOf('file')}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        />
        <div className="actions">
          <button
            className={`button ${sent?.rows ? 'button-secondary' : 'button-primary'}`}
            name="intent"
            value="preview"
            type="submit"
          >
            {t('closing.see')}
          </button>
        </div>
      </Form>
      <section className="space-6 only-screen" aria-labelledby="templates">
        <h2 id="templates" className="h3">
          {t('import.templates')}
        </h2>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>
              <Link to={`/places/import/template.csv?kind=${kind}`} reloadDocument>
                {t(`import.template.${kind}`)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
