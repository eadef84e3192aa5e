import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Folders whose code must run in plain Node and in the browser alike: no file system, no DOM, no Astro. */
const PURE = ['text', 'schema', 'graph', 'ingest', 'search'];

/** The ends of the pure layers that may touch disk or the page. */
const ENDS = ['**/io/**', '**/build/**', '**/browser/**', '**/*.test.ts'];

/** Which folders of `src/` each folder may not import: the arrows of the architecture, all in one place. */
const FORBIDDEN = {
  text: [
    'schema',
    'graph',
    'ingest',
    'search',
    'paper',
    'markdown',
    'components',
    'layouts',
    'pages',
  ],
  schema: ['graph', 'ingest', 'search', 'paper', 'markdown', 'components', 'layouts', 'pages'],
  graph: ['ingest', 'search', 'paper', 'markdown', 'components', 'layouts', 'pages'],
  ingest: ['graph', 'search', 'paper', 'markdown', 'components', 'layouts', 'pages'],
  search: ['graph', 'ingest', 'paper', 'markdown', 'components', 'layouts', 'pages'],
  paper: ['ingest', 'search', 'markdown', 'components', 'layouts', 'pages'],
  markdown: ['graph', 'ingest', 'search', 'paper', 'components', 'layouts', 'pages'],
  bundle: [
    'text',
    'schema',
    'graph',
    'ingest',
    'search',
    'paper',
    'markdown',
    'site',
    'components',
    'layouts',
    'pages',
  ],
  site: ['ingest', 'paper', 'markdown', 'components', 'layouts', 'pages'],
  components: ['ingest', 'layouts', 'pages'],
  layouts: ['ingest', 'pages'],
  pages: ['ingest'],
};

/** @param {string} folder */
function layerPatterns(folder) {
  return FORBIDDEN[folder].map((target) => ({
    group: [`**/${target}/**`, `**/src/${target}/**`],
    message: `src/${folder} must not import src/${target}: dependencies point one way (see README, 代码布局).`,
  }));
}

const PLATFORM = {
  group: ['node:*', 'astro:*', 'fs', 'path'],
  message:
    'Pure layers take text and return data: move disk, DOM and Astro access to io/, build/ or browser/.',
};

const layerRules = Object.keys(FORBIDDEN).flatMap((folder) => {
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
