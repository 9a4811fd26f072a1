import { defineConfig } from 'vite';

/** What runs under plain `node` outside Remix: the server, the command line and the workers. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build/node',
    emptyOutDir: true,
    copyPublicDir: false,
    rollupOptions: {
      input: {
        server: 'app/server.ts',
        toolkit: 'app/toolkit/main.ts',
        'pdf-worker': 'certificates/worker.ts',
        'file-type-worker': 'app/platform/file-type-worker.js',
        'forecast-worker': 'app/platform/forecast-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      external: ['vite'],
    },
  },
});
