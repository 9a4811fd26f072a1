import pino from 'pino';

/** Lines of JSON on standard output. Never names, addresses, e-mails, codes or what people wrote: ids and outcomes only. */
export function makeLog(level: string) {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

export type Log = ReturnType<typeof makeLog>;
