import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeDevelopmentKey } from '#certificates/signing/development-key.ts';
import { pemOf, readP12, readPem, type SigningKey } from '#certificates/signing/signing-key.ts';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
export const password = 'prøve';
const kinds = {
  rsa: ['RSA', 'rsa_keygen_bits:3072'],
  p256: ['EC', 'ec_paramgen_curve:P-256'],
  p384: ['EC', 'ec_paramgen_curve:P-384'],
  weak: ['RSA', 'rsa_keygen_bits:1024'],
} as const;

const forYears = { from: new Date('2020-01-01T00:00:00Z'), until: new Date('2046-01-01T00:00:00Z') };
const fixtures = path.resolve('tests/fixtures/keys');
const kept = 4;
let taken = 0;

/**
 * A development key (root and signer, RSA-3072), another at each call. The first four of a test file are fixtures, since
 * making one costs up to a second; a key of another period is made.
 */
export async function developmentKey(period = forYears): Promise<SigningKey> {
  if (period !== forYears || taken >= kept) return makeDevelopmentKey(period);
  taken += 1;
  return readPem(readFileSync(path.join(fixtures, `development-${taken}.pem`), 'utf8'), 'development');
}

/** A key as an authority gets it: made by OpenSSL, under a root, in a P12 file. */
export function p12Of(
  kind: keyof typeof kinds,
  extensions = 'keyUsage=critical,digitalSignature',
  rootDays = 3650,
): Uint8Array {
  return inFolder((folder, openssl) => {
    const at = (name: string) => path.join(folder, name);
    const [algorithm, option] = kinds[kind];
    writeFileSync(at('root.ext'), 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n');
    writeFileSync(at('own.ext'), `basicConstraints=critical,CA:FALSE\n${extensions}\n`);
    for (const [name, subject] of [
      ['root', '/C=DK/O=Styrelsen for Prøver/CN=Ærø Rod'],
      ['own', '/C=DK/O=Styrelsen for Prøver/CN=Åse Bjørk Æblegård'],
    ] as const) {
      openssl('genpkey', '-algorithm', algorithm, '-pkeyopt', option, '-out', at(`${name}.key`));
      openssl('req', '-new', '-utf8', '-key', at(`${name}.key`), '-subj', subject, '-out', at(`${name}.csr`));
    }
    const signed = ['x509', '-req', '-days'];
    openssl(
      ...signed,
      String(rootDays),
      '-in',
      at('root.csr'),
      '-signkey',
      at('root.key'),
      '-extfile',
      at('root.ext'),
      '-out',
      at('root.pem'),
    );
    const under = ['-CA', at('root.pem'), '-CAkey', at('root.key'), '-CAcreateserial'];
    openssl(...signed, '3650', ...under, '-in', at('own.csr'), '-extfile', at('own.ext'), '-out', at('own.pem'));
    const parts = ['-inkey', at('own.key'), '-in', at('own.pem'), '-certfile', at('root.pem')];
    openssl('pkcs12', '-export', ...parts, '-passout', `pass:${password}`, '-out', at('made.p12'));
    return readFileSync(at('made.p12'));
  });
}

/** A key with a certificate that the holder of another made, who is no authority. */
export function madeUnder(above: SigningKey): SigningKey {
  return inFolder((folder, openssl) => {
    const at = (name: string) => path.join(folder, name);
    writeFileSync(at('above.pem'), pemOf(above));
    openssl(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      at('own.key'),
      '-subj',
      '/CN=Falsk',
      '-out',
      at('own.csr'),
    );
    const by = ['-CA', at('above.pem'), '-CAkey', at('above.pem'), '-CAcreateserial'];
    openssl('x509', '-req', '-days', '3650', '-in', at('own.csr'), ...by, '-out', at('own.pem'));
    const own = readPem(readFileSync(at('own.key'), 'utf8') + readFileSync(at('own.pem'), 'utf8'), 'real');
    return { ...own, certificates: [...own.certificates, ...above.certificates] };
  });
}

/** Two keys under one root: whoever sells certificates sells them to others too. */
export function twoUnderOneRoot(): [SigningKey, SigningKey] {
  return inFolder((folder, openssl) => {
    const at = (name: string) => path.join(folder, name);
    const newKey = ['-newkey', 'rsa:2048', '-nodes'];
    writeFileSync(at('own.ext'), 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n');
    const root = ['-keyout', at('root.key'), '-out', at('root.pem'), '-subj', '/CN=Rod', '-days', '3650'];
    openssl('req', '-x509', ...newKey, ...root, '-addext', 'keyUsage=critical,keyCertSign');
    const made = (name: string): SigningKey => {
      openssl('req', ...newKey, '-keyout', at(`${name}.key`), '-out', at(`${name}.csr`), '-subj', `/CN=${name}`);
      const under = ['-CA', at('root.pem'), '-CAkey', at('root.key'), '-CAcreateserial', '-extfile', at('own.ext')];
      openssl('x509', '-req', '-days', '3650', '-in', at(`${name}.csr`), ...under, '-out', at(`${name}.pem`));
      return readPem(
        [`${name}.key`, `${name}.pem`, 'root.pem'].map((each) => readFileSync(at(each), 'utf8')).join(''),
        'real',
      );
    };
    return [made('Styrelsen'), made('Nabo')];
  });
}

/** A key of ours as a P12 file; without the key itself where only the certificates are wanted. */
export function p12From(key: SigningKey, ...more: string[]): Uint8Array {
  return inFolder((folder, openssl) => {
    const [from, to] = [path.join(folder, 'key.pem'), path.join(folder, 'made.p12')];
    writeFileSync(from, pemOf(key));
    openssl('pkcs12', '-export', '-in', from, ...more, '-passout', `pass:${password}`, '-out', to);
    return readFileSync(to);
  });
}

export async function keyIn(p12: Uint8Array): Promise<SigningKey> {
  const read = readP12(p12, password);
  if (!read.ok) throw new Error(read.reason);
  return read.key;
}

function inFolder<T>(work: (folder: string, openssl: (...args: string[]) => void) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-key-'));
  try {
    return work(folder, (...args) => void execFileSync('openssl', args, { stdio: 'ignore' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
