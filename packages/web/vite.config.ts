import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Beside every script and style its gzipped self, made once here instead of at every request. */
const gzipped: Plugin = {
  name: 'gzipped',
  apply: 'build',
  async writeBundle({ dir = at('dist') }, files) {
    const wanted = Object.values(files).filter(({ fileName }) => /\.(js|css)$/.test(fileName));
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

/** Three ends, three entries: a citizen's phone never loads what a desk needs. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [inProduction, react(), gzipped],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      input: { citizen: at('index.html'), worker: at('desk.html'), manager: at('command.html') },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
