import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Tests that need no build run in `npm run check`; those over the built bundle only in `npm test`, after the build.
const withoutBuild = ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/source-rules.test.ts']

export default defineConfig({
  plugins: [react()],
  test: {
    // Two processors are common where this runs; a property test on a busy machine must not fail for its time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: withoutBuild } },
      {
        extends: true,
        test: {
          name: 'built',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/source-rules.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
})
