// npm run check: everything that needs no build, in under a minute. Run it before each commit.
import { ensurePackages } from './lib/npm-packages.mjs'
import { print } from './lib/processes.mjs'
import { runSteps, stepsWithoutBuild } from './lib/steps.mjs'

if (!(await ensurePackages())) process.exit(1)
const failed = await runSteps(stepsWithoutBuild, { stopAtFirst: false })
const titles = failed.map((step) => step.title).join('、')
print(
  titles ? `\n检查未通过：${titles}。原因见上；只是格式的，运行 npm run format 即可。` : '\n检查全部通过。',
)
process.exitCode = titles ? 1 : 0
