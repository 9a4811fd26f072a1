import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { isGood } from '#app/components/certificate/good-certificate.ts';
import { Seal, sealMarks, UnknownSeal } from '#app/components/certificate/seal.tsx';
import { AttendanceFacts } from '#app/components/check/attendance-facts.tsx';
import { CertificateFacts } from '#app/components/check/certificate-facts.tsx';
import { CompareName } from '#app/components/check/compare-name.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { faultOf } from '#app/platform/log.server.ts';
import { retryAfter } from '#app/platform/retry-after.server.ts';
import { sealRings } from '#app/platform/seal-rings.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { notFound, tooManyRequests } from '#app/server/require-viewer.server.ts';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { isLook } from '#app/use-cases/certificates/checking/is-look.ts';
import { checkReport } from '#app/use-cases/readiness/report/check-report.server.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';
import '#app/words/public-pages.ts';

export const meta = pageMeta;
export const headers = retryAfter;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language, client, requestId, log } = contextOf(context);
  const look = isLook(request) ? { look: { by: viewer?.personId } } : {};
  const t = translator({ language }, 'public');
  const code = params.code!.slice(0, 60);
  const about = { noIndex: true, code, language, unanswered: false, address: world.publicUrl, attendance: undefined };
  // If the register does not answer, that says nothing about the certificate, so this page explains it.
  const outcome = await checkCertificate(world, { code, client, ...look }).catch((error: unknown) => {
    log.error({ requestId, ...faultOf(error) });
  });
  if (!outcome)
    return data(
      {
        ...about,
        title: t('verify.unanswered.title'),
        checkedAt: world.now(),
        found: undefined,
        unanswered: true,
      },
      { status: 503 },
    );
  if (!outcome.ok && outcome.reason === 'too-many') throw tooManyRequests(outcome.seconds);
  // Somebody may type the code of a report where a certificate is checked.
  if (!outcome.ok && (await checkReport(world, { code, client })).ok) throw redirect(`/r/${code}`);
  if (!outcome.ok)
    return data(
      { ...about, title: t('verify.unknown.title'), checkedAt: outcome.checkedAt, found: undefined },
      { status: 404 },
    );
  if (outcome.is === 'attendance') {
    const { attendance, checkedAt } = outcome;
    return { ...about, title: t('verify.attendance.title'), checkedAt, found: undefined, attendance };
  }
  const { certificate, checkedAt } = outcome;
  return {
    ...about,
    title: t(`verify.${certificate.status}.title`),
    checkedAt,
    found: { certificate, rings: sealRings(certificate.number) },
  };
}

/** Compares a name. It is sent as a form so that the name is in no address, log or browser history. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, language, client } = contextOf(context);
  const t = translator({ language }, 'public');
  const typed = (await readForm(request)).text('name').trim().slice(0, 200);
  if (!typed) return data({ typed, name: undefined, error: t('verify.name-missing') }, { status: 400 });
  const outcome = await checkCertificate(world, { code: params.code!, name: typed, client });
  if (!outcome.ok) throw outcome.reason === 'too-many' ? tooManyRequests(outcome.seconds) : notFound();
  const { nameMatches, name } = outcome.is === 'attendance' ? outcome.attendance : outcome.certificate;
  return nameMatches ? { typed, name, error: undefined } : { typed, name: undefined, error: t('verify.name-differs') };
}

export default function Verify() {
  const { code, language, found, attendance, checkedAt, unanswered, address } = useLoaderData<typeof loader>();
  const compared = useActionData<typeof action>();
  const { t } = useTranslation('public');
  const { status } = found?.certificate ?? {};
  const kind = status ?? (attendance ? 'attendance' : unanswered ? 'unanswered' : 'unknown');
  const good = isGood(status);
  const day = (text: string | undefined) => (text ? formatDay(language, text) : '');
  const words = {
    until: day(found?.certificate.lastValidDay),
    from: day(found?.certificate.validFrom),
    on: day(found?.certificate.changedOn),
  };
  return (
    <div className={`check ${found ? (good ? '' : 'check--invalid') : 'check--unknown'}`}>
      <p className="overline">{t('verify.over', { at: formatInstant(language, checkedAt) })}</p>
      <div className="check__head">
        {found ? (
          <Seal rings={found.rings} mark={sealMarks[found.certificate.status]} filled={good} />
        ) : (
          <UnknownSeal mark={unanswered ? 'question' : 'dash'} />
        )}
        <div>
          <h1>{t(`verify.${kind}.title`)}</h1>
          <p className="lead">{t(`verify.${kind}.text`, words)}</p>
        </div>
      </div>
      {found ? (
        <>
          {found.certificate.demo && <Message tone="warning" lead={t('verify.demo')} />}
          {compared?.name && <FormAnswer tone="ok" lead={t('verify.name-matches')} />}
          <CertificateFacts
            certificate={{
              ...found.certificate,
              ...(compared?.name && { name: compared.name, nameIsFull: true }),
            }}
            code={code}
            language={language}
          />
          {status === 'revoked' && <p className="space-5">{t('verify.revoked-why')}</p>}
          {!found.certificate.nameIsFull && !compared?.name && <CompareName compared={compared} />}
          <p className="space-5">{t('verify.seal')}</p>
        </>
      ) : attendance ? (
        <>
          {attendance.demo && <Message tone="warning" lead={t('verify.demo')} />}
          {compared?.name && <FormAnswer tone="ok" lead={t('verify.name-matches')} />}
          <AttendanceFacts
            attendance={{ ...attendance, ...(compared?.name && { name: compared.name, nameIsFull: true }) }}
            code={code}
            language={language}
          />
          {!compared?.name && <CompareName compared={compared} />}
        </>
      ) : (
        <>
          <Facts rows={[[t(unanswered ? 'verify.code' : 'verify.typed'), code]]} />
          {!unanswered && <p className="space-5">{t('verify.unknown.more')}</p>}
          <div className="actions">
            <Link className="button button-primary" to={unanswered ? `/v/${code}` : '/check'} reloadDocument>
              {t(unanswered ? 'verify.retry' : 'verify.again')}
            </Link>
          </div>
        </>
      )}
      <div className="colophon">
        <p>{t('verify.address', { address })}</p>
        <p>{t('verify.privacy')}</p>
        {kind !== 'unknown' && (
          <p>
            <Link className="text-link" to="/check">
              {t('verify.another')}
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}
