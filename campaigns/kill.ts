// npm run campaign:kill -- [--points 300] [--seed N]
import { parseArgs } from 'node:util'
import { killSaves } from './kill-saves.ts'

const { values } = parseArgs({ options: { points: { type: 'string' }, seed: { type: 'string' } } })
const points = Number(values.points ?? 300)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
console.info(`${points} kills at random moments, seed ${seed}`)
const result = await killSaves({ points, seed, report: (line) => console.info(line) })
for (const problem of result.problems) console.error(problem)
console.info(`slowest restart ${Math.round(result.slowestRestartMs)} ms`)
console.info(
  result.problems.length === 0
    ? `passed: nothing of ${result.acknowledged} acknowledged saves was lost`
    : 'FAILED',
)
process.exitCode = result.problems.length === 0 ? 0 : 1
