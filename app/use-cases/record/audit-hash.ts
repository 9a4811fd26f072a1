import { sha256 } from '#app/platform/world.server.ts';

export type AuditEntry = {
  seq: number;
  at: string;
  actor: string | null;
  action: string;
  subject: string;
  detail: string;
  previous: string;
};

/** Each entry includes the hash of the previous one, so that removing a line is noticed. */
export function auditHash({ seq, at, actor, action, subject, detail, previous }: AuditEntry): string {
  return sha256(JSON.stringify([seq, at, actor, action, subject, detail, previous]));
}
