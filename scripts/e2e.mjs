// npm run e2e -- ARGS: the stories in a browser over an up-to-date build; arguments go to Playwright.
import { ensureBuilt } from './lib/built-app.mjs'
import { ensurePackages } from './lib/npm-packages.mjs'
import { playwright } from './lib/steps.mjs'
import { ensureSystemPrograms, testEnvironment } from './lib/system-programs.mjs'

const programs = (await ensurePackages()) ? await ensureSystemPrograms() : null
if (!(programs && (await ensureBuilt()))) process.exit(1)
Object.assign(process.env, testEnvironment(programs))
process.exitCode = (await playwright(process.argv.slice(2))) ? 0 : 1
