import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { version } from './package.json'
import { quickBuiltins } from './scripts/lib/quick-builtins.ts'
import { startChunk } from './scripts/lib/start-chunk.ts'

export default defineConfig({
  main: {
    plugins: [quickBuiltins()],
    resolve: {
      alias: [
        // Its Node build declares a require of its own, which collides with the one the bundler adds.
        { find: /^fflate$/, replacement: 'fflate/browser' },
        // Its Node build loads node:crypto at the start; random numbers are handed to it here.
        { find: /^ulid$/, replacement: join(import.meta.dirname, 'node_modules/ulid/dist/browser/index.js') },
      ],
    },
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          service: 'src/main/service.ts',
          'browser-host': 'src/main/browser-host.ts',
          'workbook-reader': 'src/main/workbook-reader.ts',
          'store-checker': 'src/main/store-checker.ts',
          'year-writer': 'src/main/year-writer.ts',
          cli: 'src/main/cli.ts',
        },
        // Native, so it cannot be bundled.
        external: ['better-sqlite3'],
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: {
            groups: [{ name: startChunk(join(import.meta.dirname, 'src/main')) }],
            includeDependenciesRecursively: false,
          },
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: 'src/preload/index.ts',
        // A sandboxed preload script must be CommonJS and one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    define: { PRODUCT_VERSION: JSON.stringify(version) },
    // Chrome 109 is the newest browser of the oldest machines the local browser host has to serve.
    build: { target: 'chrome109', minify: true, rolldownOptions: { input: 'src/renderer/index.html' } },
  },
})
