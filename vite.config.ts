import { existsSync, readdirSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };

const outside = [...Object.keys(manifest.peerDependencies), ...Object.keys(manifest.dependencies)];
const locales = existsSync('src/locales')
  ? readdirSync('src/locales')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -'.ts'.length))
  : [];

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    lib: {
      entry: {
        index: 'src/index.ts',
        core: 'src/core.ts',
        planner: 'src/planner.ts',
        simulator: 'src/simulator.ts',
        ...Object.fromEntries(locales.map((name) => [`locales/${name}`, `src/locales/${name}.ts`])),
        // Style sheets are never imported by a component: they are a door of their own.
        styles: 'src/styles/index.css',
      },
      formats: ['es'],
    },
    minify: false,
    cssCodeSplit: true,
    sourcemap: true,
    rolldownOptions: {
      external: outside.map((name) => new RegExp(`^${name}($|/)`)),
      // One file per module: keeps each file's 'use client', and lets a bundler drop what is not used.
      output: { preserveModules: true, preserveModulesRoot: 'src' },
    },
  },
});
