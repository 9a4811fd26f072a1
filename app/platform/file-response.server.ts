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

/** A PDF that the service made, for one person or role: it opens in the browser and is kept by nobody on the way. */
export const pdfResponse = ({ bytes, called }: { bytes: Uint8Array; called: string }): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${called}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
