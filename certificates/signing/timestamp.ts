import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { bufferOf, oid, sha256 } from './der.ts';

/** Asks a timestamp authority to stamp a signature (RFC 3161): its token as DER, or undefined if it did not answer. */
export type Stamp = (signature: Uint8Array) => Promise<Uint8Array | undefined>;
export type TimeAuthority = {
  /** How many bytes its token takes; 0 if it does not answer. */
  room(): Promise<number>;
  stamp: Stamp;
};

const largest = 16_384;
/** Spare bytes: a stamp's serial number grows, and fractions of a second are optional. */
const spare = 64;
const longest = 3_000;
const rest = 60_000;

/**
 * The timestamp authority at an address. Its certificates come with each stamp, so we first stamp nothing to learn how
 * many bytes to reserve. After a failure we do not ask for a minute, because a certificate waits for the answer inside
 * a transaction, and everybody else waits for that.
 */
export function timeAuthorityAt(url: string, now = Date.now): TimeAuthority {
  let restsUntil = 0;
  let room = 0;
  const stampOf: Stamp = async (signature) => {
    if (now() < restsUntil) return undefined;
    try {
      return await ask(url, sha256(signature));
    } catch {
      restsUntil = now() + rest;
      return undefined;
    }
  };
  return {
    async room() {
      if (room > 0) return room;
      const first = await stampOf(new Uint8Array(0));
      room = first ? first.length + spare : 0;
      return room;
    },
    async stamp(signature) {
      const token = await stampOf(signature);
      if (!token || token.length <= room) return token;
      // The token is larger than expected, because the authority has new certificates.
      room = 0;
      return undefined;
    },
  };
}

async function ask(url: string, digest: Uint8Array): Promise<Uint8Array> {
  const nonce = randomBytes(16);
  nonce[0] = (nonce[0]! & 0x7f) | 0x40;
  const question = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: bufferOf(digest) }),
    }),
    nonce: new asn1js.Integer({ valueHex: bufferOf(nonce) }),
    certReq: true,
  });
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    headers: { 'Content-Type': 'application/timestamp-query' },
    body: question.toSchema().toBER(),
    signal: AbortSignal.timeout(longest),
  });
  if (!answer.ok || !answer.body) throw new Error(`the authority of time answered ${answer.status}`);
  const { status, timeStampToken } = pkijs.TimeStampResp.fromBER(bufferOf(await bytesOf(answer.body)));
  if (status.status > 1 || !timeStampToken) throw new Error('the authority of time refused');
  const info = stampedIn(timeStampToken);
  const said = info.messageImprint.hashedMessage.valueBlock.valueHexView;
  if (!Buffer.from(digest).equals(said)) throw new Error('a stamp for something else');
  if (!info.nonce || !nonce.equals(info.nonce.valueBlock.valueHexView)) throw new Error('an old stamp');
  return new Uint8Array(timeStampToken.toSchema().toBER());
}

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > largest) throw new Error('more than a stamp');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** The content of a token: what was stamped, and when. */
export function stampedIn(token: pkijs.ContentInfo): pkijs.TSTInfo {
  const { eContentType, eContent } = new pkijs.SignedData({ schema: token.content }).encapContentInfo;
  if (eContentType !== oid.stamped || !eContent) throw new Error('no stamp');
  return pkijs.TSTInfo.fromBER(bufferOf(new Uint8Array(eContent.getValue())));
}
