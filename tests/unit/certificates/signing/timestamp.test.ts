import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCredentialKey } from '#certificates/badge/credential-key.ts';
import type { CertificateData } from '#certificates/certificate-data.ts';
import { trustedOnly } from '#certificates/checking/check-timestamp.ts';
import { verifyFile } from '#certificates/checking/verify-file.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { makePrinter } from '#certificates/printer.ts';
import { mayStampTime } from '#certificates/signing/key-purpose.ts';
import { certificatesIn, rootsOf } from '#certificates/signing/signing-key.ts';
import { type Stamp, type TimeAuthority, timeAuthorityAt } from '#certificates/signing/timestamp.ts';
import { workerFile } from '../../../worker-file.ts';
import { bytesFrom, changedCms, latin1, recoded } from '../attacks.ts';
import { developmentKey, hasOpenssl } from '../keys.ts';
import { badge, danish } from '../sample.ts';

const key = await developmentKey();
const credentialKey = makeCredentialKey('development');
const roots = rootsOf(key);
const folder = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-tsa-'));
const at = (name: string) => path.join(folder, name);
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
/** Nothing where it is not installed; the test run sees to that it is. */
const ask = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' }).stdout;
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const config = `
[tsa]
default_tsa = own
[own]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
signer_digest = sha256
`;
let asked = 0;
const authority = async (
  request: IncomingMessage,
  response: ServerResponse,
  more: string[] = [],
  heard: (question: Buffer) => Buffer = (question) => question,
) => {
  asked++;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  writeFileSync(at('q.tsq'), heard(Buffer.concat(parts)));
  openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'q.tsq', '-out', 'r.tsr', ...more);
  response.setHeader('Content-Type', 'application/timestamp-reply');
  response.end(readFileSync(at('r.tsr')));
};

async function signedWith(timeAuthority: TimeAuthority, data: CertificateData = danish) {
  const drawn = await drawCertificate(data, { key, credentialKey, timeAuthority });
  if (!drawn.ok) throw new Error(drawn.reason);
  return drawn;
}
/** The authority of these tests stands under nobody else. */
const timeRoots = () => certificatesIn(readFileSync(at('tsa.pem')));
const reasonOf = async (room: TimeAuthority['room'], stamp: Stamp) => {
  const found = await verifyFile((await signedWith({ room, stamp })).bytes, roots);
  return found.state === 'flawed' ? found.reason : found.state;
};

describe.skipIf(!hasOpenssl)('a timestamp authority', () => {
  let url: string;
  beforeAll(async () => {
    writeFileSync(at('tsa.cnf'), config);
    writeFileSync(at('serial'), '01\n');
    const subject = [
      '-subj',
      '/CN=Tidsstyrelsen',
      '-days',
      '3650',
      '-addext',
      'extendedKeyUsage=critical,timeStamping',
    ];
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.pem', ...subject);
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:4096',
      '-nodes',
      '-keyout',
      'other.key',
      '-out',
      'more.pem',
      '-subj',
      '/CN=Mere',
    );
    url = await serve((request, response) => authority(request, response));
  });

  test('stamps the signature, and other programs still find the whole file signed', async () => {
    const before = Date.now() - 2_000;
    const { bytes, stamped } = await signedWith(timeAuthorityAt(url));
    expect(stamped).toBe(true);
    const found = await verifyFile(bytes, roots, [], { timeRoots: timeRoots() });
    expect(found).toMatchObject({ state: 'signed', trusted: true, signedAt: danish.issuedAt });
    const seen = Date.parse((found as { stampedAt: string }).stampedAt);
    expect(seen).toBeGreaterThan(before);
    expect(seen).toBeLessThan(Date.now() + 2_000);
    writeFileSync(at('stamped.pdf'), bytes);
    const said = ask('pdfsig', '-nocert', at('stamped.pdf'));
    if (said)
      expect(said).toMatch(
        /Signature is Valid[\s\S]*Total document signed|Total document signed[\s\S]*Signature is Valid/,
      );
  });

  test('is refused if it stamped another signature or signed wrongly', async () => {
    let first: Uint8Array | undefined;
    const { room, stamp: ask } = timeAuthorityAt(url);
    const again: Stamp = async (signature) => (first ??= await ask(Buffer.from([...signature].reverse())));
    expect(await reasonOf(room, again)).toBe('timestamp-wrong');
    const broken: Stamp = async (signature) => {
      const token = await ask(signature);
      token![token!.length - 1]! ^= 1;
      return token;
    };
    expect(await reasonOf(room, broken)).toBe('timestamp-wrong');
  });

  test('is refused if its time was altered, or its certificate had expired or is not for timestamps', async () => {
    const { room, stamp } = timeAuthorityAt(url);
    const later: Stamp = async (signature) => {
      const token = Buffer.from((await stamp(signature))!);
      const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
      Buffer.from('2030').copy(token, token.indexOf(day));
      return token;
    };
    expect(await reasonOf(room, later)).toBe('timestamp-wrong');
    // Another certificate for the same key, by the same name and number: nobody above it is asked.
    const by = (change: (own: pkijs.Certificate) => unknown): Stamp => {
      return async (signature) =>
        changedCms((await stamp(signature))!, (cms) => {
          const own = cms.certificates![0] as pkijs.Certificate;
          change(own);
          cms.certificates = [pkijs.Certificate.fromBER(own.toSchema(true).toBER())];
        });
    };
    expect(
      await reasonOf(
        room,
        by(() => undefined),
      ),
    ).toBe('signed');
    expect(
      await reasonOf(
        room,
        by((own) => Object.assign(own.notAfter, { value: own.notBefore.value })),
      ),
    ).toBe('timestamp-wrong');
    expect(
      await reasonOf(
        room,
        by((own) => Object.assign(own, { extensions: own.extensions!.filter(({ critical }) => !critical) })),
      ),
    ).toBe('timestamp-wrong');
  });

  test('counts only under one of its roots, and one that leads elsewhere is not used in the first place', async () => {
    const signature = Buffer.from('underskrift');
    const stampUnder = async (under: Uint8Array[]) => {
      const authority = trustedOnly(timeAuthorityAt(url), under);
      await authority.room();
      return authority.stamp(signature);
    };
    expect(await stampUnder(timeRoots())).toBeInstanceOf(Uint8Array);
    const others = certificatesIn(readFileSync(at('more.pem')));
    expect(await stampUnder(others)).toBeUndefined();
    // Whoever has a file can exchange its timestamp for one of their own.
    const { bytes } = await signedWith(timeAuthorityAt(url));
    const verdictUnder = (under: Uint8Array[]) => verifyFile(bytes, roots, [], { timeRoots: under });
    expect(await verdictUnder(others)).toEqual({ state: 'flawed', reason: 'timestamp-untrusted' });
    expect(await verdictUnder([])).not.toHaveProperty('stampedAt');
    expect(await verdictUnder([...others, ...timeRoots()])).toHaveProperty('stampedAt');
  });

  test('adds the only attribute that is not signed', async () => {
    const { room, stamp } = timeAuthorityAt(url);
    const { bytes } = await signedWith({ room: async () => (await room()) + 100, stamp });
    const beside = new pkijs.Attribute({ type: '1.2.3', values: [new asn1js.Null()] });
    const more = recoded(latin1(bytes), ({ signerInfos }) => signerInfos[0]!.unsignedAttrs!.attributes.push(beside));
    expect(await verifyFile(bytesFrom(more), roots)).toEqual({ state: 'flawed', reason: 'timestamp-wrong' });
  });

  test('proves when a signer signed whose certificate has expired since, whatever date the file has', async () => {
    const old = await developmentKey({
      from: new Date('2020-01-01T00:00:00Z'),
      until: new Date('2021-01-01T00:00:00Z'),
    });
    const data = { ...danish, issuedAt: '2020-06-01T10:00:00.000Z' };
    const drawn = await drawCertificate(data, { key: old, timeAuthority: timeAuthorityAt(url) });
    const found = await verifyFile((drawn as { bytes: Uint8Array }).bytes, rootsOf(old), [], {
      timeRoots: timeRoots(),
    });
    expect(found).toEqual({ state: 'flawed', reason: 'signer-not-valid-then' });
  });

  test('is not believed if it answers another request or an earlier one', async () => {
    const digest = createHash('sha256').digest();
    const other = (question: Buffer) => {
      digest.reverse().copy(question, question.indexOf(createHash('sha256').digest()));
      return question;
    };
    const elsewhere = await serve((request, response) => authority(request, response, [], other));
    expect(await timeAuthorityAt(elsewhere).room()).toBe(0);
    expect(await timeAuthorityAt(url).room()).toBeGreaterThan(0);
    const before = readFileSync(at('r.tsr'));
    const again = await serve((_, response) => void response.end(before));
    expect(await timeAuthorityAt(again).room()).toBe(0);
  });

  test('uses as many bytes of the file as its timestamp needs, and none while it does not answer', async () => {
    const withBadge = { ...danish, badge };
    const [unstamped, gone, stamped] = [
      await drawCertificate(withBadge, { key, credentialKey }),
      await signedWith(timeAuthorityAt('http://127.0.0.1:9/'), withBadge),
      await signedWith(timeAuthorityAt(url), withBadge),
    ];
    expect(gone.bytes.length).toBe((unstamped as typeof gone).bytes.length);
    expect(gone).toMatchObject({ stamped: false });
    // Hex takes two letters for a byte.
    const token = await timeAuthorityAt(url).room();
    expect(stamped.bytes.length - gone.bytes.length).toBeLessThan(2 * token + 200);
    expect(stamped.bytes.length).toBeLessThan(60_000);
  });

  test('that sends longer certificates than before leaves only one certificate without a timestamp', async () => {
    let more = false;
    const { room, stamp } = timeAuthorityAt(
      await serve((request, response) => authority(request, response, more ? ['-chain', 'more.pem'] : [])),
    );
    const before = await room();
    const signature = Buffer.from('underskrift');
    more = true;
    expect(await stamp(signature)).toBeUndefined();
    expect(await room()).toBeGreaterThan(before);
    expect(await stamp(signature)).toBeInstanceOf(Uint8Array);
  });

  test('must have a certificate for timestamps only', () => {
    const [own] = certificatesIn(readFileSync(at('tsa.pem')));
    expect(mayStampTime(own!)).toBe(true);
    for (const use of [
      'extendedKeyUsage=timeStamping',
      'extendedKeyUsage=critical,timeStamping,serverAuth',
      'keyUsage=digitalSignature',
    ]) {
      openssl('req', '-x509', '-key', 'tsa.key', '-out', 'other.pem', '-subj', '/CN=x', '-addext', use);
      expect(mayStampTime(certificatesIn(readFileSync(at('other.pem')))[0]!), use).toBe(false);
    }
  });

  test('that is gone, slow or answers nonsense delays no certificate, and is not asked again for a minute', async () => {
    for (const listener of [
      (_, response) => void response.writeHead(503).end(),
      (_, response) => void response.end('hej'),
      (_, response) => void response.end(Buffer.alloc(20_000)),
      (_, response) => void response.writeHead(302, { location: url }).end(),
      () => undefined,
    ] as RequestListener[]) {
      const { bytes, stamped } = await signedWith(timeAuthorityAt(await serve(listener)));
      expect(stamped).toBe(false);
      const found = await verifyFile(bytes, roots);
      expect(found).toMatchObject({ state: 'signed', trusted: true });
      expect(found).not.toHaveProperty('stampedAt');
    }
    let clock = 0;
    let down = true;
    const sometimes = await serve((request, response) => {
      if (down) response.writeHead(503).end();
      else authority(request, response);
    });
    const { stamp, room } = timeAuthorityAt(sometimes, () => clock);
    const signature = Buffer.from('underskrift');
    expect(await room()).toBe(0);
    down = false;
    asked = 0;
    clock = 59_000;
    expect(await room()).toBe(0);
    expect(asked).toBe(0);
    clock = 61_000;
    expect(await room()).toBeGreaterThan(1_000);
    expect(await stamp(signature)).toBeInstanceOf(Uint8Array);
  });

  test("is asked by the printer's thread, which reports if it got no answer", async () => {
    const unstamped: string[] = [];
    const given = {
      workerFile,
      timeRoots: timeRoots(),
      findKey: async () => key,
      onUnstamped: (number: string) => unstamped.push(number),
    };
    for (const tsaUrl of [url, 'http://127.0.0.1:9/']) {
      const printer = makePrinter({ ...given, tsaUrl });
      expect(await printer.print(danish)).toMatchObject({ ok: true, stamped: tsaUrl === url });
      await printer.close();
    }
    expect(unstamped).toEqual([danish.number]);
  });
});
