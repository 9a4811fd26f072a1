/** Reads a whole number; any other text gives NaN. */
export const seatsOf = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);
