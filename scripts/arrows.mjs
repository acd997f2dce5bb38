// Holds the arrows of .dependency-cruiser.mjs. The tool says "no violations" of nothing at all when it finds no file,
// and a new part of src would be free of every rule: both are checked here.
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config, { mayImport } from '../.dependency-cruiser.mjs';
import { root } from './run.mjs';

process.chdir(root);
const { options = {}, forbidden = [] } = config;
const { output } = await cruise(
  ['src', 'demo', 'stories', 'test', 'scripts', '.storybook'],
  { ...options, ruleSet: { forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
if (typeof output === 'string') throw new Error(output);

const ours = output.modules.map(({ source }) => source).filter((source) => source.startsWith('src/'));
const parts = Object.keys(mayImport).map((part) => `src/${part}`);
const unplaced = ours.filter(
  (source) => !parts.some((part) => (part.endsWith('/') ? source.startsWith(part) : source === part)),
);
const faults = [
  ...output.summary.violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ rule, from, to, cycle }) => {
      const why = forbidden.find(({ name }) => name === rule.name)?.comment;
      const way = cycle ? [from, ...cycle.map(({ name }) => name)].join(' -> ') : `${from} -> ${to}`;
      return `${way}\n    ${rule.name}${why ? `: ${why}` : ''}`;
    }),
  ...unplaced.map((source) => `${source}\n    has no line in the table mayImport`),
];
if (ours.length === 0) faults.push('No module of src was found: the tool saw nothing.');

for (const fault of faults) console.error(`  ${fault}`);
console.log(
  `${String(ours.length)} modules of src, ${String(output.summary.totalDependenciesCruised)} imports, ${String(faults.length)} faults`,
);
if (faults.length > 0) process.exitCode = 1;
