import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/lighthouse/**'],
    pool: 'forks',
    // Each worker reads the modules once; files share no state but caches and the printer's thread.
    isolate: false,
    globalSetup: ['tests/global-setup.ts'],
    // Vitest takes one core less than there are; these tests are bound by the processor.
    maxWorkers: '100%',
    // The tests make many short-lived objects; with a larger nursery they are collected in three quarters of the time.
    execArgv: ['--max-semi-space-size=32'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
