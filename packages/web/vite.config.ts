import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Beside every script and style its gzipped self, made once here instead of at every request. */
const gzipped: Plugin = {
  name: 'gzipped',
  apply: 'build',
  async writeBundle({ dir = at('dist') }, files) {
    const wanted = Object.values(files).filter(({ fileName }) => /\.(m?js|css)$/.test(fileName));
    await Promise.all(
      wanted.map((file) =>
        writeFile(
          join(dir, `${file.fileName}.gz`),
          gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }),
        ),
      ),
    );
  },
};

// Vite takes NODE_ENV as it finds it: a test that builds the pages would get React's slow development half, twice the size.
const inProduction: Plugin = {
  name: 'in-production',
  apply: 'build',
  config: () => {
    process.env['NODE_ENV'] = 'production';
  },
};

/** The service worker is one plain script at the root: not every browser runs one made of modules. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  async closeBundle() {
    await build({
      configFile: false,
      root: import.meta.dirname,
      logLevel: 'error',
      publicDir: false,
      build: {
        outDir: 'dist',
        emptyOutDir: false,
        lib: {
          entry: at('service-worker.ts'),
          name: 'suban',
          formats: ['iife'],
          fileName: () => 'sw.js',
        },
      },
    });
  },
};

/** Three ends, three entries: a citizen's phone never loads what a desk needs. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [inProduction, react(), gzipped, serviceWorker],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      input: { citizen: at('index.html'), worker: at('desk.html'), manager: at('command.html') },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
