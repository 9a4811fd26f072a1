import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
// @ts-expect-error plain JavaScript, typed by its comment
import remixConfig from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Few files for a first visit: what every page needs together, the PDF viewer by itself. */
function chunkOf(id: string): string | undefined {
  if (/react-pdf|pdfjs-dist|certificate-viewer/.test(id)) return undefined;
  if (/node_modules|vite\/|\0/.test(id)) return 'vendor';
  return /\/app\/(components|words\/(format|make-words))/.test(id) ? 'parts' : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  css: { preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['if-function'] } } },
  // 0: an inlined data: address would need a wider content security policy.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: chunkOf } } }),
  },
  ssr: { external: ['sqlite3', 'pg', '@react-pdf/renderer', 'piscina'] },
}));
