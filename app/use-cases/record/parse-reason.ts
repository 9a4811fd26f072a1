/** A reason that is meaningful; undefined if it is too short. */
export function parseReason(text: string): string | undefined {
  const reason = text.trim();
  return reason.length >= 5 && reason.length <= 1_000 ? reason : undefined;
}
