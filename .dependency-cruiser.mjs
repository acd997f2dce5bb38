// The arrows between the rooms of the house (see ARCHITECTURE.md). A room that is not in the tables may not exist.

/** Which parts of src may import which. A part may always import itself. */
export const mayImport = {
  'state/': [],
  'planner/': ['state/', 'random.ts'],
  'wire/': ['state/'],
  'room/': ['state/', 'clock.ts'],
  'session/': ['state/', 'planner/', 'wire/', 'room/', 'clock.ts', 'random.ts'],
  // The clock: countdowns on screen tick in one hook, and nowhere else.
  'hooks/': ['session/', 'state/', 'planner/', 'messages.ts', 'clock.ts'],
  'components/': ['hooks/', 'state/', 'messages.ts'],
  'simulator/': ['room/', 'state/', 'clock.ts', 'random.ts'],
  'locales/': ['messages.ts', 'state/'],
  'styles/': [],
  'clock.ts': [],
  'random.ts': [],
  'messages.ts': ['state/', 'planner/', 'locales/'],
  'index.ts': ['components/', 'hooks/', 'session/', 'room/', 'state/', 'planner/', 'messages.ts', 'clock.ts'],
  'core.ts': ['session/', 'room/', 'wire/', 'state/', 'planner/', 'messages.ts', 'clock.ts', 'random.ts'],
  'planner.ts': ['planner/', 'state/', 'random.ts'],
  'simulator.ts': ['simulator/', 'room/', 'state/', 'clock.ts', 'random.ts'],
};

/** Which packages a part of src may use: paths below node_modules. Who is not named uses none. */
export const mayUse = {
  'wire/': ['valibot'],
  // The vanilla half only: the other half imports React, and ./core has none.
  'session/': ['zustand/(esm/)?vanilla', 'valibot'],
  // The reader of lists is imported when one is read, and not before.
  'hooks/': ['react', 'zustand', 'papaparse'],
  'components/': [
    'react',
    'react-dom',
    '@radix-ui/react-dialog',
    '@radix-ui/react-dropdown-menu',
    '@tanstack/react-virtual',
  ],
};

/** @param {string} part */
const inSrc = (part) => `^src/${part.replaceAll('.', String.raw`\.`)}${part.endsWith('/') ? '' : '$'}`;
/** @param {string} name */
const inPackages = (name) => `^node_modules/(@types/)?${name}([/.]|$)`;
const parts = Object.entries(mayImport);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...parts.map(([part, others]) => ({
      name: `arrows-of-${part}`,
      comment: `${part} imports ${others.join(', ') || 'nothing'} of src (table mayImport)`,
      severity: /** @type {const} */ ('error'),
      from: { path: inSrc(part) },
      to: { path: '^src/', pathNot: [part, ...others].map(inSrc) },
    })),
    ...parts.map(([part]) => {
      const names = /** @type {Record<string, string[]>} */ (mayUse)[part] ?? [];
      return {
        name: `packages-of-${part}`,
        comment: `${part} uses ${names.join(', ') || 'no package'} (table mayUse)`,
        severity: /** @type {const} */ ('error'),
        from: { path: inSrc(part) },
        to: { path: '^node_modules/', pathNot: names.map(inPackages) },
      };
    }),
    {
      name: 'no-circles',
      comment: 'files that need each other to run are one file; types alone may point both ways',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'src-stays-in-src',
      comment: 'the product imports no test, story or script, and nothing of Node',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '.', pathNot: ['^src/', '^node_modules/'] },
    },
    {
      name: 'demo-uses-doors',
      comment: 'the demo is an application: it knows the kit and the simulator by their doors only',
      severity: 'error',
      from: { path: '^demo/' },
      to: { path: '^src/', pathNot: String.raw`^src/([^/]+\.ts|styles/index\.css)$` },
    },
    {
      name: 'tests-and-scripts-only',
      comment: 'a package of devDependencies is not there for users',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer', 'npm', 'type-only'] },
    },
    {
      name: 'listed-packages-only',
      severity: 'error',
      // The benchmarks have a package.json of their own; what they share with the project is the root's.
      from: { pathNot: '^bench/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'imports-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: [String.raw`^src/[^/]+\.ts$`, '^src/locales/', String.raw`\.css$`],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.css'],
    },
  },
};
