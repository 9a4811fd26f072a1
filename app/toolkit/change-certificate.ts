import type { Environment } from '#app/platform/env.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { parseCertificateAction } from '#app/use-cases/certificates/register/parse-certificate-action.ts';
import { reissueCertificate } from '#app/use-cases/certificates/register/reissue-certificate.server.ts';
import { replaceCertificate } from '#app/use-cases/certificates/register/replace-certificate.server.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';

/** `revoke`, `suspend`, `lift`, `reissue` and `replace`: the issuer changes one certificate and gives a reason. */
export async function changeVerb({ verb, args: [number], options }: Input, env: Environment): Promise<Answer> {
  const action = parseCertificateAction(verb);
  if (!action || !number) return wrongUsage();
  const reason = options.reason ?? '';
  return inWorld(env, async (world) => {
    const outcome =
      action === 'replace'
        ? await replaceCertificate(world, null, { number, reason })
        : action === 'reissue'
          ? await reissueCertificate(world, null, { number, reason })
          : await changeCertificate(world, null, { number, action, reason });
    const printed = json['certificates revoke|suspend|lift|reissue|replace'](outcome);
    if (outcome.ok) return { exit: 0, text: printed.number ?? 'done', json: printed };
    const standing = 'status' in outcome ? ` It is ${outcome.status}.` : '';
    return { exit: 1, error: `${reasons[outcome.reason]}${standing}`, json: printed };
  });
}

const reasons: Record<string, string> = {
  forbidden: 'You may not do that.',
  'not-found': 'There is no certificate with this number.',
  'reason-missing': 'Write a reason of at least 5 characters: --reason "…".',
  'not-now': 'That cannot be done to the certificate as it stands.',
  'another-holds': 'The adviser has another certificate that is valid.',
  'period-over': 'Its period is over.',
  'reissued-already': 'Another was issued in its place already.',
  'same-name': 'The name is the one on the certificate.',
  'key-not-in-force': 'The key that signs certificates is not in force today.',
  'no-room': 'The name, or the name of the library, is too long for the certificate.',
  'letters-missing': 'The name has letters that the certificate cannot show.',
};
