import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What PDF.js reads while it draws: character maps, the standard fonts, and decoders of scanned images. */
const pdfjsFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'] as const;

/** Serves those folders under /pdfjs/, so that drawing a page needs nothing from elsewhere. */
function pdfjsFiles(): Plugin {
  return {
    name: 'vanthu:pdfjs-files',
    generateBundle() {
      for (const folder of pdfjsFolders) {
        for (const file of readdirSync(join(pdfjs, folder))) {
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${file}`,
            source: readFileSync(join(pdfjs, folder, file)),
          });
        }
      }
    },
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const [, folder, file] = /^\/([a-z_]+)\/([\w.-]+)$/.exec(request.url ?? '') ?? [];
        if (file === undefined || !pdfjsFolders.some((known) => known === folder)) {
          next();
          return;
        }
        response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
        createReadStream(join(pdfjs, folder ?? '', file))
          .on('error', next)
          .pipe(response);
      });
    },
  };
}

export default defineConfig({
  root: here,
  plugins: [react(), pdfjsFiles()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // Few files instead of hundreds of small ones: on a slow line each costs a journey there and back. One with
        // what every page needs, one with what several share; what a single page needs stays with it.
        codeSplitting: {
          groups: [
            { name: 'frame', tags: ['$initial'] },
            { name: 'shared', minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: process.env['VANTHU_API'] ?? 'http://localhost:3000', changeOrigin: true } } },
});
