import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative, so that the built pages can lie in any folder of a server.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // The browsers the kit needs: for older ones light-dark() would be rewritten, and the colours be lost.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    outDir: '../temp/demo',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1000,
  },
});
