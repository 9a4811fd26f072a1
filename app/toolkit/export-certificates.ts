import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '#app/platform/env.server.ts';
import { sha256, type World } from '#app/platform/world.server.ts';
import { findCertificateDocument } from '#db/queries/certificate.ts';
import { listStoredFiles, type StoredFile } from '#db/queries/certificate-file.ts';
import { findHold } from '#db/queries/hold.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';
import { writeWhole } from './write-whole.ts';

type Put = 'written' | 'there-already' | 'another-file-is-there' | 'damaged-in-database';
type Exported = StoredFile & { file: string; put: Put };

/**
 * `certificates export --all|--hold ID --out DIR`: the stored files, named by number and language, never printed again.
 */
export async function exportVerb({ options: { all, hold, out } }: Input, env: Environment): Promise<Answer> {
  if ((all === undefined) === (hold === undefined)) return wrongUsage('Either --all or --hold ID.');
  if (hold === '') return wrongUsage('Which hold?');
  if (!out) return wrongUsage('--out names the folder.');
  return inWorld(env, (world) => exportCertificates(world, { hold, out }));
}

/** Writes one file at a time, so that the whole country takes no more memory than one certificate. */
export async function exportCertificates(
  world: Pick<World, 'db'>,
  { hold, out }: { hold: string | undefined; out: string },
): Promise<Answer> {
  const fault = faultOf(out);
  if (fault) return refuse(fault);
  if (hold !== undefined && !(await findHold(world.db, hold))) return refuse(`There is no hold ${hold}.`);
  const files: Exported[] = [];
  for (const stored of await listStoredFiles(world.db, hold)) {
    const file = path.join(out, `${stored.number}-${stored.language}.pdf`);
    files.push({ ...stored, file, put: await put(world, stored, file) });
  }
  return answerOf(files);
}

function faultOf(folder: string): string | undefined {
  if (existsSync(folder) && !statSync(folder).isDirectory()) return `${folder} is not a folder.`;
  // We try to write, because permissions do not reveal a read-only disk and mean little to root.
  const trial = path.join(folder, randomUUID());
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(trial, '', { flag: 'wx' });
    rmSync(trial);
    return undefined;
  } catch {
    return `The folder ${folder} cannot be written to.`;
  }
}

async function put({ db }: Pick<World, 'db'>, stored: StoredFile, file: string): Promise<Put> {
  if (existsSync(file))
    return statSync(file).isFile() && sha256(readFileSync(file)) === stored.sha256
      ? 'there-already'
      : 'another-file-is-there';
  const document = await findCertificateDocument(db, stored.number, stored.language);
  if (!document || sha256(document.bytes) !== stored.sha256) return 'damaged-in-database';
  writeWhole(file, document.bytes);
  return 'written';
}

const refuse = (error: string): Answer => ({ exit: 1, error, json: json['certificates export']([], error) });

function answerOf(files: Exported[]): Answer {
  const counted = (put: Put) => files.filter((each) => each.put === put).length;
  const text = `${counted('written')} written, ${counted('there-already')} there already`;
  const wrong = files.filter(({ put }) => put === 'another-file-is-there' || put === 'damaged-in-database');
  if (wrong.length === 0) return { exit: 0, text, json: json['certificates export'](files) };
  const error = wrong
    .map(({ file, put, number, language }) =>
      put === 'another-file-is-there'
        ? `${file} is another file and was left as it is.`
        : `${number} (${language}) is damaged in the database and was not written.`,
    )
    .join('\n');
  return { exit: 1, text, error, json: json['certificates export'](files, error) };
}
