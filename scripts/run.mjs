// node scripts/run.mjs FILE ARGS…: runs a file of ours on Node 24 over an up-to-date build. Arguments and exit code
// pass through, and standard output belongs to the file alone.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './lib/built-app.mjs'
import { isNode24, runNode24 } from './lib/node-24.mjs'
import { ensurePackages } from './lib/npm-packages.mjs'
import { root } from './lib/processes.mjs'

const [file = '', ...args] = process.argv.slice(2)
if (!((await ensurePackages()) && (await ensureBuilt()))) process.exit(1)
if (isNode24()) {
  // Already on the right Node (npm puts the installed one first on the path): a second process would only cost time.
  process.argv = [process.execPath, join(root, file), ...args]
  await import(pathToFileURL(join(root, file)).href)
} else {
  process.exitCode = (await runNode24(file, args, { folder: process.cwd() })).code
}
