import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Three ends, three entries: a citizen's phone never loads what a desk needs. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    rollupOptions: { input: { citizen: at('index.html'), worker: at('desk.html'), manager: at('command.html') } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
