import type { Brought } from './brought-page.ts';

/** An answer with the certainty that was said of it, if the quiz asks for it. */
export type Given = { answer: string[]; certainty: string };
export type KeptAnswer = { slot: number; operation: string; answer: string[]; certainty?: string };
export type SendOutcome =
  | { is: 'saved'; at: string; dueAt: string | null; brought?: Brought }
  | { is: 'refused'; error: string; over: boolean }
  | { is: 'no-connection' | 'signed-out' };

const nameOf = (attemptId: string) => `answers:${attemptId}`;

/** The answers of an attempt that are on this device but not yet on the server, oldest first. */
export function readKept(attemptId: string): KeptAnswer[] {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(attemptId)) ?? '[]');
  } catch {
    return [];
  }
}

/** Stores the answers for a reload. If the browser refuses to store them, the open page still has them. */
export function writeKept(attemptId: string, kept: readonly KeptAnswer[]): void {
  try {
    if (kept.length === 0) sessionStorage.removeItem(nameOf(attemptId));
    else sessionStorage.setItem(nameOf(attemptId), JSON.stringify(kept));
  } catch {}
}

/** Sends one answer. The answer stays on the device unless the server clearly accepts or refuses it. */
export async function sendKept(
  { attemptId, here, next }: { attemptId: string; here: string; next: string },
  { slot, operation, answer, certainty = '' }: KeptAnswer,
): Promise<SendOutcome> {
  const body = new URLSearchParams([
    ['attempt', attemptId],
    ['operation', operation],
    ['next', next],
    ['certainty', certainty],
    ...answer.map((each) => ['answer', each]),
  ]);
  try {
    const response = await fetch(`${here}/questions/${slot}/answer`, { method: 'POST', body, redirect: 'manual' });
    if (response.status === 401) return { is: 'signed-out' };
    if (response.status === 404) return { is: 'refused', error: '', over: true };
    if (!response.ok && ![400, 409].includes(response.status)) return { is: 'no-connection' };
    const said: { savedAt?: string; dueAt?: string | null; brought?: Brought; error?: string; over?: boolean } =
      await response.json();
    return said.savedAt
      ? { is: 'saved', at: said.savedAt, dueAt: said.dueAt ?? null, ...(said.brought && { brought: said.brought }) }
      : { is: 'refused', error: said.error ?? '', over: said.over ?? false };
  } catch {
    return { is: 'no-connection' };
  }
}
