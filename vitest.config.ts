import { defineConfig } from 'vitest/config';

/** Looks at the content alone, so it needs no built site. */
const COVERAGE = 'tests/coverage.test.ts';
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
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', COVERAGE, INGEST],
        },
      },
      {
        // Whole commands, the built site and a real browser; the sites are built once for all files.
        test: {
          ...shared,
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: [COVERAGE, INGEST],
          globalSetup: ['tests/support/build-sites.ts'],
        },
      },
    ],
  },
});
