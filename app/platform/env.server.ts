import path from 'node:path';
import { z } from 'zod';
import { plainText } from '#curriculum/plain-text.ts';
import { inPlainWords } from '#curriculum/plain-words.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const blank = (value: unknown) => (value === '' ? undefined : value);

const Environment = z.object({
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65535).default(3000)),
  HOST: z.preprocess(blank, z.string().default('127.0.0.1')),
  APP_URL: z.preprocess(blank, z.url({ protocol: /^https?$/ }).optional()),
  DATA_DIR: z.preprocess(blank, z.string().default('./data')),
  DATABASE_URL: z.preprocess(
    blank,
    z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'Write a PostgreSQL address, such as postgres://user:password@host/name.',
      })
      .optional(),
  ),
  SMTP_URL: z.preprocess(
    blank,
    z
      .url({ protocol: /^smtps?$/, error: 'Write the address of a mail server, such as smtps://user:password@host.' })
      .optional(),
  ),
  DEMO: z.preprocess(blank, flag.optional()),
  SESSION_SECRET: z.preprocess(blank, z.string().min(32, 'at least 32 characters').optional()),
  LOG_LEVEL: z.preprocess(blank, z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info')),
  NODE_ENV: z.preprocess(blank, z.enum(['development', 'production', 'test']).default('development')),
  ISSUER_NAME: z.preprocess(blank, z.string().transform(plainText).pipe(z.string().min(2)).optional()),
  CERTIFICATE_P12_FILE: z.preprocess(blank, z.string().optional()),
  CERTIFICATE_P12_PASSWORD: z.preprocess(blank, z.string().optional()),
  TSA_URL: z.preprocess(blank, z.url({ protocol: /^https?$/ }).optional()),
  TSA_ROOT_FILE: z.preprocess(blank, z.string().optional()),
  CREDENTIAL_KEY_FILE: z.preprocess(blank, z.string().optional()),
  SUPPORT_EMAIL: z.preprocess(blank, z.email().optional()),
  TRUSTED_PROXIES: z.preprocess(blank, z.coerce.number().int().min(0).max(5).default(0)),
  OPEN_DATA_LICENCE: z.preprocess(blank, z.enum(['CC-BY-4.0', 'CC0-1.0']).default('CC-BY-4.0')),
  SIGN_IN_ISSUERS: z.preprocess(blank, z.string().optional()),
});

export type Environment = {
  port: number;
  host: string;
  /** The public address. Undefined on a developer's machine, where both loopback names are accepted. */
  appUrl: string | undefined;
  dataDir: string;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  /** Demo sign-in may be offered; the database must be marked as demo as well. */
  demoAllowed: boolean;
  sessionSecret: string;
  logLevel: string;
  mode: 'development' | 'production' | 'test';
  /**
   * True in production or at a public address: the certificates are for real people and never signed with a development
   * key.
   */
  forReal: boolean;
  /** The file of the key that signs certificates, and its password. */
  certificateKey: { file: string; password: string } | undefined;
  /** The time-stamping authority that stamps each signature. */
  tsaUrl: string | undefined;
  /** The file of the roots that lead to its certificates; earlier authorities' roots stay in it. */
  tsaRootFile: string | undefined;
  /** The file of the key that proves badges. */
  credentialKeyFile: string | undefined;
  issuerName: string;
  supportEmail: string | undefined;
  trustedProxies: number;
  /** The terms under which others may use what the service itself has made. */
  openDataLicence: 'CC-BY-4.0' | 'CC0-1.0';
};

type Problem = { name: string; message: string };
export type Settings = { ok: true; env: Environment } | { ok: false; problems: Problem[] };

/** The names of all settings, so that `.env.example` can be compared with them. */
export const settingNames = Object.keys(Environment.shape);

const developmentSecret = 'development-only-secret-never-for-real-people';

/**
 * Reads the settings once at start. It refuses a production service without its secrets, and a demo beside real
 * sign-in.
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const parsed = Environment.safeParse(source, inPlainWords);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => ({ name: String(issue.path[0]), message: issue.message })),
    };
  }
  const given = parsed.data;
  const isPublic = given.APP_URL !== undefined && !isLoopback(given.APP_URL);
  const real = given.NODE_ENV === 'production' || isPublic;
  const problems: Problem[] = [];
  if (given.DEMO && given.SIGN_IN_ISSUERS) {
    problems.push({
      name: 'DEMO',
      message: 'demo sign-in cannot stand beside real sign-in issuers: take one of the two away',
    });
  }
  if (real && (!given.SESSION_SECRET || given.SESSION_SECRET === developmentSecret)) {
    problems.push({ name: 'SESSION_SECRET', message: 'needed in production: at least 32 random characters' });
  }
  if (given.CERTIFICATE_P12_PASSWORD && !given.CERTIFICATE_P12_FILE) {
    problems.push({ name: 'CERTIFICATE_P12_FILE', message: 'needed where CERTIFICATE_P12_PASSWORD is given' });
  }
  if (given.TSA_URL && !given.TSA_ROOT_FILE) {
    problems.push({
      name: 'TSA_ROOT_FILE',
      message: 'needed where TSA_URL is given: without the roots of the authority a timestamp proves nothing',
    });
  }
  if (real && !given.DEMO) {
    if (!given.APP_URL)
      problems.push({
        name: 'APP_URL',
        message: 'needed in production: the public address, such as https://vejlederbevis.example',
      });
    if (!given.ISSUER_NAME)
      problems.push({
        name: 'ISSUER_NAME',
        message: 'needed in production: the authority that issues the certificates',
      });
    if (!given.SUPPORT_EMAIL)
      problems.push({
        name: 'SUPPORT_EMAIL',
        // The law on web accessibility: people must be able to report a barrier.
        message: 'needed in production: the address that the contact page and the accessibility statement name',
      });
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    env: {
      port: given.PORT,
      host: given.HOST,
      appUrl: given.APP_URL?.replace(/\/$/, ''),
      dataDir: path.resolve(given.DATA_DIR),
      databaseUrl: given.DATABASE_URL,
      smtpUrl: given.SMTP_URL,
      demoAllowed: given.SIGN_IN_ISSUERS === undefined && (given.DEMO ?? !real),
      sessionSecret: given.SESSION_SECRET ?? developmentSecret,
      logLevel: given.LOG_LEVEL,
      mode: given.NODE_ENV,
      forReal: real,
      certificateKey: given.CERTIFICATE_P12_FILE
        ? { file: path.resolve(given.CERTIFICATE_P12_FILE), password: given.CERTIFICATE_P12_PASSWORD ?? '' }
        : undefined,
      tsaUrl: given.TSA_URL,
      tsaRootFile: given.TSA_ROOT_FILE ? path.resolve(given.TSA_ROOT_FILE) : undefined,
      credentialKeyFile: given.CREDENTIAL_KEY_FILE ? path.resolve(given.CREDENTIAL_KEY_FILE) : undefined,
      issuerName: given.ISSUER_NAME ?? 'Eksempelstyrelsen',
      supportEmail: given.SUPPORT_EMAIL,
      trustedProxies: given.TRUSTED_PROXIES,
      openDataLicence: given.OPEN_DATA_LICENCE,
    },
  };
}

function isLoopback(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}
