import { defineConfig } from 'vitest/config';

/** Look at the content and the README alone, so they need no built site. */
const CONTENT = ['tests/coverage.test.ts', 'tests/content-*.test.ts', 'tests/readme.test.ts'];
/** Run the ingest command on files of their own making. */
const INGEST = 'tests/ingest-*.test.ts';
const shared = { environment: 'node', testTimeout: 120_000, hookTimeout: 600_000 } as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', ...CONTENT, INGEST],
        },
      },
      {
        // Whole commands, the built site and a real browser; the sites are built once for all files.
        test: {
          ...shared,
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: [...CONTENT, INGEST],
          globalSetup: ['tests/support/build-sites.ts'],
        },
      },
    ],
  },
});
