import { defineConfig } from 'vitest/config';

/** Lighthouse over the built server, by itself: what else runs on the machine would be counted against the pages. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/lighthouse/**/*.test.ts'],
    globalSetup: ['tests/e2e/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
