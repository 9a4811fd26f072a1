import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Field } from '#app/components/base/field.tsx';
import { FileField } from '#app/components/base/file-field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { FileAnswer, type FileAnswerView } from '#app/components/check/file-answer.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { faultOf } from '#app/platform/log.server.ts';
import { retryAfter } from '#app/platform/retry-after.server.ts';
import { sealRings } from '#app/platform/seal-rings.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { tooManyRequests } from '#app/server/require-viewer.server.ts';
import { checkFile } from '#app/use-cases/certificates/checking/check-file.server.ts';
import { fileChecksOf } from '#app/use-cases/certificates/checking/file-checks-of.ts';
import { parseVerifyCode } from '#app/use-cases/certificates/checking/parse-verify-code.ts';
import '#app/words/public-pages.ts';

export const meta = pageMeta;
export const headers = retryAfter;

export function loader({ request, context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const t = translator({ language }, 'public');
  const page = { title: t('check.title'), language, address: world.publicUrl, typed: '' };
  const typed = new URL(request.url).searchParams.get('code');
  if (typed === null) return data({ ...page, error: undefined });
  const code = parseVerifyCode(typed);
  if (code) return redirect(`/v/${code}`);
  return data(
    {
      ...page,
      title: `${translator({ language }, 'common')('form.error')} ${page.title}`,
      typed,
      error: t('check.not-a-code'),
    },
    { status: 400 },
  );
}

/** Checks a file. It is read, answered and discarded: it is neither stored nor logged. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { world, language, client, requestId, log } = contextOf(context);
  const t = translator({ language }, 'public');
  const refuse = (error: string, status: number) => data({ error, answer: undefined }, { status });
  const form = await readForm(request).catch((refused: unknown) => {
    if (refused instanceof Response && refused.status === 413) return undefined;
    throw refused;
  });
  if (!form) return refuse(t('check.file.too-large'), 413);
  const [file] = form.files('file');
  if (!file) return refuse(t('check.file.missing'), 400);
  if (file.size === 0) return refuse(t('check.file.empty', { name: file.name }), 400);
  const outcome = await checkFile(world, { bytes: new Uint8Array(await file.arrayBuffer()), client });
  if (!outcome.ok) throw tooManyRequests(outcome.seconds);
  if (outcome.fault) log.error({ requestId, ...faultOf(outcome.fault) });
  const { verification } = outcome;
  const { signedAt, signedBy, stampedAt } = verification.certificate ?? verification.report ?? {};
  const { known } = outcome;
  const { report } = verification;
  const why = translator({ language }, 'file-check');
  const answer: FileAnswerView = {
    verdict: verification.verdict,
    checkedAt: world.now(),
    brought: outcome.is,
    checks: fileChecksOf(verification, outcome.is).map((check) => ({
      ...check,
      ...(check.reason && { why: why(`reason.${check.reason}`) }),
    })),
    ...(report && { report }),
    ...(signedAt && signedBy && { signed: { at: signedAt, by: commonNameIn(signedBy), stampedAt } }),
    ...(known && 'attendance' in known && { attended: known }),
    ...(known && 'certificate' in known && { known: { ...known, rings: sealRings(known.certificate.number) } }),
  };
  return data({ error: undefined, answer }, { status: 200 });
}

/** The common name of a signer, out of everything their key's certificate says about them. */
const commonNameIn = (subject: string) => /(?:^|, ?)CN=([^,]+)/.exec(subject)?.[1] ?? subject;

export default function Check() {
  const { typed, error, language, address } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('public');
  const { t: common } = useTranslation('common');
  const errors = [
    ...(error ? [{ id: 'code', message: error }] : []),
    ...(sent?.error ? [{ id: 'file', message: sent.error }] : []),
  ];
  const answer = sent?.answer as FileAnswerView | undefined;
  const Heading = answer ? 'h2' : 'h1';
  return (
    <>
      {answer && <FileAnswer answer={answer} language={language} />}
      <div className={`check${answer ? ' space-7' : ''}`}>
        <ErrorSummary title={common('form.summary')} errors={errors} />
        <Heading>{t(answer ? 'verify.another' : 'check.title')}</Heading>
        <p className="lead">{t('check.lead')}</p>
        <Form className="space-6" method="get" noValidate>
          <Field
            id="code"
            prose={false}
            className="input-width-l"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            label={t('check.label')}
            hint={t('check.hint')}
            error={error}
            defaultValue={typed}
          />
          <div className="actions">
            <button className="button button-primary" type="submit">
              {t('check.submit')}
            </button>
          </div>
        </Form>
        <section className="space-7" aria-labelledby="with-file">
          {answer ? <h3 id="with-file">{t('check.file.title')}</h3> : <h2 id="with-file">{t('check.file.title')}</h2>}
          <p>{t('check.file.lead')}</p>
          <FileField key={answer?.checkedAt} error={sent?.error} />
        </section>
        <div className="colophon">
          <p>{t('verify.address', { address })}</p>
        </div>
      </div>
    </>
  );
}
