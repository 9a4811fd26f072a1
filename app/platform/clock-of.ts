/** `9`, `9.30`, `9:30` and `0930` as `09:30`; any other text as it is. */
export function clockOf(text: string): string {
  const [, hours, minutes = '00'] = /^(?:kl\.? ?)?(\d{1,2})(?:[.,:]?(\d{2}))?$/i.exec(text.trim()) ?? [];
  return hours ? `${hours.padStart(2, '0')}:${minutes}` : text.trim();
}
