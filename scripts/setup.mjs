// npm run setup: everything a developer's machine needs, so that both commands later work without the network.
import { ensureBuilt } from './lib/built-app.mjs'
import { ensurePackages } from './lib/npm-packages.mjs'
import { say } from './lib/processes.mjs'
import { ensureSystemPrograms } from './lib/system-programs.mjs'

const ready = (await ensurePackages()) && (await ensureSystemPrograms()) !== null && (await ensureBuilt())
if (ready) say('准备完成。启动：npm start；全部检查：npm test。')
process.exitCode = ready ? 0 : 1
