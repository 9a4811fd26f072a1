/** What was sent to a hold and refused: which field, why, and what was typed. */
export type HoldRefused = { errors: { id: string; message: string }[]; fields: Record<string, string> };
