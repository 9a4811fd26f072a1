import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import path from 'node:path';

/** Where the chain of the audit stood at a time. `mac` is keyed, so that nobody without the secret can write one. */
export type AuditHead = { seq: number; hash: string; at: string; mac: string };

/** Heads that are kept outside the database: who changes the database does not change them as well. */
export type AuditHeads = {
  /** In the order they were kept. Throws when a line cannot be read. */
  list(): AuditHead[];
  append(head: AuditHead): void;
  /** Begins a new list and keeps the old one beside it, as after a copy was restored. Returns its name, if there was one. */
  begin(at: string): string | undefined;
};

/** One line of JSON per head in `audit-heads.jsonl`, on disk before `append` returns. */
export function auditHeadsIn(dataDir: string): AuditHeads {
  const file = path.join(dataDir, 'audit-heads.jsonl');
  return {
    list: () =>
      existsSync(file)
        ? readFileSync(file, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as AuditHead)
        : [],
    append(head) {
      mkdirSync(dataDir, { recursive: true });
      const open = openSync(file, 'a', 0o600);
      try {
        appendFileSync(open, `${JSON.stringify(head)}\n`);
        fsyncSync(open);
      } finally {
        closeSync(open);
      }
    },
    begin(at) {
      if (!existsSync(file)) return undefined;
      const aside = path.join(dataDir, `audit-heads-until-${at.replace(/\D/g, '')}.jsonl`);
      renameSync(file, aside);
      return path.basename(aside);
    },
  };
}
