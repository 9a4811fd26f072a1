import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
// @ts-expect-error plain JavaScript, typed by its comment
import remixConfig from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [remix(remixConfig)],
  css: { preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['if-function'] } } },
  // 0: an inlined data: address would need a wider content security policy.
  build: { target: 'es2022', assetsInlineLimit: 0 },
  ssr: { external: ['sqlite3', 'pg', '@react-pdf/renderer', 'piscina'] },
});
