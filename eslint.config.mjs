import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Folders whose code must run in plain Node and in the browser alike: no file system, no DOM, no Astro. */
const PURE = ['text', 'schema', 'graph', 'ingest', 'search'];

/** The ends of the pure layers that may touch disk or the page. */
const ENDS = ['**/io/**', '**/build/**', '**/browser/**', '**/*.test.ts'];

/** What each folder of `src/` may import, itself apart: the arrows of the architecture, all in one place. */
const ALLOWED = {
  text: [],
  schema: ['text'],
  graph: ['text', 'schema'],
  bundle: [],
  ingest: ['text', 'schema'],
  search: ['text', 'schema', 'bundle'],
  paper: ['text', 'schema', 'graph', 'bundle'],
  markdown: [],
  site: ['text', 'schema', 'graph', 'search', 'bundle'],
  styles: [],
  components: ['text', 'schema', 'graph', 'search', 'paper', 'site', 'styles'],
  layouts: ['text', 'schema', 'graph', 'search', 'paper', 'site', 'styles', 'components'],
  pages: ['text', 'schema', 'graph', 'search', 'paper', 'site', 'styles', 'components', 'layouts'],
};

/** @param {string} folder */
function layerPatterns(folder) {
  const forbidden = Object.keys(ALLOWED).filter(
    (target) => target !== folder && !ALLOWED[folder].includes(target),
  );
  return forbidden.map((target) => ({
    group: [`**/${target}/**`, `**/src/${target}/**`],
    message: `src/${folder} must not import src/${target}: dependencies point one way (see README, 代码布局).`,
  }));
}

const PLATFORM = {
  group: ['node:*', 'astro:*', 'fs', 'path'],
  message:
    'Pure layers take text and return data: move disk, DOM and Astro access to io/, build/ or browser/.',
};

const layerRules = Object.keys(ALLOWED).flatMap((folder) => {
  const files = [`src/${folder}/**/*.{ts,astro}`];
  const layered = { 'no-restricted-imports': ['error', { patterns: layerPatterns(folder) }] };
  if (!PURE.includes(folder)) return [{ files, rules: layered }];
  return [
    { files, rules: layered },
    {
      files,
      ignores: ENDS,
      rules: {
        'no-restricted-imports': ['error', { patterns: [...layerPatterns(folder), PLATFORM] }],
      },
    },
  ];
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.astro/',
      'node_modules/',
      'content/',
      'coverage/',
      'tests/fixtures/',
      'public/',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  ...astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  { files: ['**/*.mjs', '**/*.astro', '**/*.astro/*.ts'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['src/**/*.{ts,astro}'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-console': 'error' },
  },
  ...layerRules,
);
