import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { FileInput } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { ImportEffects } from '#app/components/hold/import-effects.tsx';
import { ImportPreview } from '#app/components/hold/import-preview.tsx';
import { RefusedFile } from '#app/components/hold/refused-file.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { commitImport } from '#app/use-cases/holds/seats/commit-import.server.ts';
import type { ImportEffect } from '#app/use-cases/holds/seats/import-effect.server.ts';
import { type ImportRow, previewImport } from '#app/use-cases/holds/seats/preview-import.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { neverHappens } from '#app/use-cases/never-happens.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

type Answer = {
  error?: string;
  rows?: ImportRow[];
  effect?: ImportEffect;
  text?: string;
  encoding?: string;
  done?: string;
  refused?: number;
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'import-people');
  const hold = await seeHold(world, viewer, params.holdId!);
  if (!hold) throw notFound();
  return { title: translator({ language }, 'leader')('import.title'), hold: { id: hold.id, name: hold.name } };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'import-people');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const holdId = params.holdId!;
  const answer = (given: Answer, status = 200) => data(given, { status });
  const [file] = form.files('file');
  if (form.text('intent') === 'commit') {
    const outcome = await commitImport(world, viewer, {
      holdId,
      text: form.text('text'),
      invite: form.text('invite') === '1',
      waitlist: form.text('waitlist') === '1',
    });
    if (!outcome.ok) return refused(outcome);
    const { added, seated, waiting, already, left } = outcome;
    const saved = seated + waiting + already;
    const follows = left > 0 ? t('import.left', { saved, all: saved + left }) : '';
    const no = t('import.count.refused', { count: outcome.refused });
    return answer({
      ...(outcome.refused > 0 && { refused: outcome.refused, text: form.text('text') }),
      done:
        seated + waiting === 0 && left > 0
          ? follows
          : seated + waiting === 0
            ? t('import.done-again', { count: already, refused: no })
            : t('import.done', {
                added: t('import.count.added', { count: added }),
                seated: [
                  t('import.count.seated', { count: seated }),
                  ...(waiting > 0 ? [t('import.count.waiting', { count: waiting })] : []),
                ].join(', '),
                refused: no,
              }) + (follows && ` ${follows}`),
    });
  }
  if (!file) return answer({ error: t('import.no-file') }, 400);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const outcome = await previewImport(world, viewer, { holdId, bytes, language });
  if (!outcome.ok) return refused(outcome);
  const allRefused = outcome.rows.every(({ verdict }) => verdict === 'refused');
  const { rows, effect, text, encoding } = outcome;
  return answer({ rows, effect, text, encoding }, allRefused && !rows.some(({ wouldBe }) => wouldBe) ? 400 : 200);

  function refused(outcome: Extract<Awaited<ReturnType<typeof commitImport>>, { ok: false }>) {
    switch (outcome.reason) {
      case 'not-found':
        throw notFound();
      case 'interrupted':
        // The page itself may not be able to reach the database either.
        context.goesOn = true;
        return answer({ error: t('import.interrupted') }, 503);
      case 'too-large':
        return answer({ error: t('import.too-large') }, 413);
      case 'hold-over':
        return answer({ error: t('import.hold-over', { day: formatDay(language, outcome.endsOn) }) }, 409);
      case 'encoding':
      case 'empty':
      case 'not-csv':
      case 'no-rows':
      case 'too-many-rows':
        return answer({ error: t(`import.${outcome.reason}`) }, 400);
      case 'broken-line':
        return answer({ error: t('import.broken-line', { line: outcome.line }) }, 400);
      case 'missing-column':
      case 'same-column':
        return answer({ error: t(`import.${outcome.reason}`, { name: outcome.name }) }, 400);
      default:
        return neverHappens(outcome);
    }
  }
}

export default function HoldImport() {
  const { hold } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as Answer | undefined;
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const rows = sent?.rows;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/holds', text: common('menu.holds') },
          { to: `/holds/${hold.id}`, text: hold.name },
        ]}
        here={t('import.title')}
      />
      <h1>{t('import.title')}</h1>
      <p className="lead">{t('import.lead')}</p>
      <ErrorSummary title={common('form.summary')} errors={sent?.error ? [{ id: 'file', message: sent.error }] : []} />
      {sent?.done && (
        <Message tone="ok" lead={sent.done}>
          <p>
            <Link to={`/holds/${hold.id}`}>{t('import.back')}</Link>
          </p>
          {sent.refused && <RefusedFile holdId={hold.id} text={sent.text ?? ''} count={sent.refused} />}
        </Message>
      )}
      {rows && (
        <ImportPreview holdId={hold.id} rows={rows} text={sent.text ?? ''} encoding={sent.encoding}>
          {sent.effect && <ImportEffects effect={sent.effect} />}
        </ImportPreview>
      )}
      <p>
        <Link to={`/holds/${hold.id}/import/template.csv`} reloadDocument>
          {t('import.template')}
        </Link>
      </p>
      <Form method="post" encType="multipart/form-data" className="space-6" noValidate>
        <FileInput
          id="file"
          label={t('import.file')}
          hint={t('import.columns')}
          error={sent?.error}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        />
        <div className="actions">
          <button
            className={`button ${rows ? 'button-secondary' : 'button-primary'}`}
            name="intent"
            value="preview"
            type="submit"
          >
            {t('import.preview')}
          </button>
        </div>
      </Form>
    </>
  );
}
