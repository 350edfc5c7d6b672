// npm run build: always builds, and says where the result lies.
import { ensureBuilt } from './lib/built-app.mjs'
import { ensurePackages } from './lib/npm-packages.mjs'
import { say } from './lib/processes.mjs'

const built = (await ensurePackages()) && (await ensureBuilt({ always: true }))
if (built) say('构建完成：out/')
process.exitCode = built ? 0 : 1
