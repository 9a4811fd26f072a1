import type { NextFunction, Request, Response } from 'express';
import { faultOf } from '#app/platform/log.server.ts';
import { verifyCode } from '#app/use-cases/certificates/checking/verify-code.server.ts';
import { retryInSeconds } from './bare-page.server.ts';
import type { LoadContext } from './load-context.server.ts';

/**
 * The check page for programs, at the same address: the same facts as JSON, in the form of `certificates verify
 * --json`.
 */
export async function checkAsJson(request: Request, response: Response, next: NextFunction): Promise<void> {
  response.vary('Accept');
  if (request.accepts(['html', 'json']) !== 'json') return next();
  const { world, client, requestId, log } = response.locals.load as LoadContext;
  const verified = await verifyCode(world, request.params.code!.slice(0, 60), client).catch((error: unknown) => {
    log.error({ requestId, ...faultOf(error) });
  });
  if (!verified) {
    response.setHeader('Retry-After', retryInSeconds);
    response.status(503).json({ verdict: 'unchecked', reasons: ['no-register'], certificate: null });
  } else if ('seconds' in verified) {
    response.setHeader('Retry-After', verified.seconds);
    response.status(429).json({ verdict: 'unchecked', reasons: ['too-many'], certificate: null });
  } else response.status(verified.certificate ? 200 : 404).json(verified);
}
