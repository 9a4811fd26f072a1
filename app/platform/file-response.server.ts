/** A file that somebody brought: always downloaded and never opened as a page of our site, whatever it contains. */
export function fileResponse({ bytes, type, name }: { bytes: Uint8Array; type: string; name: string }): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Security-Policy': 'sandbox',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
