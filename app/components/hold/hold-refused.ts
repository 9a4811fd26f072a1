/** A refused form on the page of a hold: which fields, why, and what was typed. */
export type HoldRefused = { errors: { id: string; message: string }[]; fields: Record<string, string> };
