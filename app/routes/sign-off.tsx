import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { BeginSignOffForm } from '#app/components/rollout/begin-sign-off-form.tsx';
import { DeviationList } from '#app/components/rollout/deviation-list.tsx';
import { FrozenPicture } from '#app/components/rollout/frozen-picture.tsx';
import { OpenWaveForm } from '#app/components/rollout/open-wave-form.tsx';
import { Signatures } from '#app/components/rollout/signatures.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { beginSignOff } from '#app/use-cases/rollout/sign-off/begin-sign-off.server.ts';
import { endSignOff } from '#app/use-cases/rollout/sign-off/end-sign-off.server.ts';
import { openWave } from '#app/use-cases/rollout/sign-off/open-wave.server.ts';
import { seeSignOff } from '#app/use-cases/rollout/sign-off/see-sign-off.server.ts';
import { signWave } from '#app/use-cases/rollout/sign-off/sign-wave.server.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';
import { rolloutRefusal } from '#app/words/rollout-refusal.ts';
import '#app/words/rollout.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'sign-off');
  const t = translator({ language }, 'rollout');
  const view = await seeSignOff(world, viewer, params.waveId!);
  if (!view) throw notFound();
  const gates = Object.fromEntries(world.policy.gates.map(({ key, short }) => [key, short[language]]));
  const standing = view.round?.standing ?? 'none';
  return {
    title: t(`sign.title-${standing}`, { wave: view.wave.name }),
    ...{ language, view, gates, operationId: world.newId() },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'sign-off');
  const t = translator({ language }, 'rollout');
  const form = await readForm(request);
  const intent = form.text('intent');
  const [outcomes, whys] = [form.under('outcome.'), form.under('why.')];
  const fields: Record<string, string> = { why: form.text('why'), note: form.text('note') };
  for (const [id, outcome] of Object.entries(outcomes)) fields[`outcome.${id}`] = outcome;
  for (const [id, why] of Object.entries(whys)) fields[`why.${id}`] = why;
  const refused = (errors: { id: string; message: string }[], status: number) =>
    data({ intent, fields, errors, said: undefined as string | undefined }, { status });
  const waveId = params.waveId!;
  const here = `/rollout/waves/${waveId}/sign-off`;
  const roundId = form.text('round');
  switch (intent) {
    case 'begin': {
      const decisions = Object.entries(outcomes).map(([serviceId, chosen]) => {
        const [outcome = '', toWave = ''] = chosen.split(':');
        return { serviceId, outcome, toWave, why: whys[serviceId] ?? '' };
      });
      const outcome = await beginSignOff(world, viewer, { waveId, decisions, operationId: form.text('operation') });
      if (outcome.ok) return redirect(here);
      if (outcome.reason === 'forbidden') throw forbidden();
      if (outcome.reason === 'not-found') throw notFound();
      if (outcome.reason === 'not-decided')
        return refused(
          outcome.issues.map(({ serviceId, problem }) => ({
            id: `decide-${serviceId}`,
            message: t(`sign.issue.${problem}`),
          })),
          400,
        );
      return refused([{ id: 'main-content', message: t(`sign.${outcome.reason}`) }], 409);
    }
    case 'sign': {
      const outcome = await signWave(world, viewer, { roundId, hasRead: form.text('read') === '1' });
      if (outcome.ok) return redirect(`${here}#sign-off`);
      if (outcome.reason === 'forbidden') throw forbidden();
      if (outcome.reason === 'not-found') throw notFound();
      return refused([{ id: 'read', message: t(`sign.${outcome.reason}`) }], outcome.reason === 'not-read' ? 400 : 409);
    }
    case 'open': {
      const outcome = await openWave(world, viewer, { waveId, note: fields.note! });
      if (outcome.ok) {
        const gates = new Map(world.policy.gates.map(({ key, short }) => [key, short[language]]));
        const agency = translator({ language }, 'agency');
        const others = outcome.notOpened.map(
          ({ name, refusal }) => `${name}: ${rolloutRefusal(agency, language, refusal, gates)}`,
        );
        const said = [t('open.done', { count: outcome.opened }), ...others].join(' ');
        return data({ intent, fields, errors: [], said: said as string | undefined });
      }
      if (outcome.reason === 'forbidden') throw forbidden();
      if (outcome.reason === 'not-found') throw notFound();
      return refused(
        [{ id: 'note', message: t(`open.${outcome.reason}`) }],
        outcome.reason === 'note-missing' ? 400 : 409,
      );
    }
    default: {
      const outcome = await endSignOff(world, viewer, { roundId, why: fields.why! });
      if (outcome.ok) return redirect(here);
      if (outcome.reason === 'forbidden') throw forbidden();
      if (outcome.reason === 'not-found') throw notFound();
      return refused([{ id: 'why', message: t(`sign.${outcome.reason}`) }], outcome.reason === 'no-reason' ? 400 : 409);
    }
  }
}

export default function SignOff() {
  const { title, language, view, gates, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('rollout');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  const { wave, round, before, ended } = view;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/rollout', text: common('menu.rollout') },
          { to: `/rollout/waves/${wave.id}`, text: wave.name },
        ]}
        here={title}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      {sent?.said && <FormAnswer tone="ok" lead={sent.said} />}
      <h1>{title}</h1>
      <p className="lead">{t('sign.lead', { day: formatDay(language, wave.opensOn) })}</p>
      {before && (
        <BeginSignOffForm
          operationId={operationId}
          undecided={before.undecided}
          ready={before.ready}
          waves={view.waves}
          gates={gates}
          sent={sent?.intent === 'begin' ? sent.fields : undefined}
          errorOf={errorOf}
        />
      )}
      {round && (
        <div className="columns columns--equal">
          <DeviationList deviations={round.deviations} gates={gates} />
          <div>
            <FrozenPicture language={language} wave={wave.name} frozen={round.frozen} />
            <Signatures
              {...{ language, wave, round, errorOf }}
              open={sent?.intent === 'end'}
              written={sent?.fields.why ?? ''}
            />
          </div>
        </div>
      )}
      {round?.standing === 'signed' && (
        <OpenWaveForm
          {...{ language, wave, errorOf }}
          today={view.today}
          opening={round.opening}
          note={sent?.fields.note ?? ''}
        />
      )}
      {ended.length > 0 && (
        <section className="space-7" aria-labelledby="ended">
          <h2 id="ended">{t('sign.earlier')}</h2>
          <ul>
            {ended.map(({ id, kind, why, at }) => (
              <li key={id}>
                <b>{formatInstant(language, at)}:</b> {t(`sign.${kind}`)} <span className="muted">· {why}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
