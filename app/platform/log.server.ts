import pino from 'pino';

/**
 * Writes lines of JSON to standard output. Never log names, addresses, e-mails, codes or what people wrote, only ids
 * and outcomes.
 */
export function makeLog(level: string) {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

export type Log = ReturnType<typeof makeLog>;

/**
 * Describes an error without what people wrote: databases and parsers quote it in their messages, so quoted parts and
 * addresses are removed.
 */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error };
  const { name, message, stack, code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  return {
    fault: name,
    message: message.replace(/"[^"]*"|'[^']*'|`[^`]*`|\S+(@|%40)\S+/gs, '…'),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    at: stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}

/**
 * The path of a request for the log, with secrets removed: a certificate's code opens its page, and some people type an
 * e-mail address into a path.
 */
export function pathForLog(asked: string): string {
  return asked
    .replace(/^\/+v\/.*/i, '/v/…')
    .split('/')
    .map((part) => (/@|%40/i.test(part) ? '…' : part))
    .join('/')
    .slice(0, 200);
}
