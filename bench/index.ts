// npm run bench -- [--json] [--full] [--only NAME]
import { parseArgs } from 'node:util'
import { type Benchmark, type Figure, figureOf, UnavailableError } from './benchmark.ts'
import { bulletin } from './bulletin.ts'
import { bulletinFirstClick } from './bulletin-first-click.ts'
import { durableSave } from './durable-save.ts'
import { firstPaint } from './first-paint.ts'
import { formRead } from './form-read.ts'
import { importEntries } from './import-entries.ts'
import { pageLongTasks } from './page-long-tasks.ts'
import { programmeSummary } from './programme-summary.ts'
import { provinceFirstLook, provinceOverview } from './province-overview.ts'
import { serviceStart } from './service-start.ts'
import { typing } from './typing.ts'
import { windowBlock } from './window-block.ts'
import { yearDetail } from './year-detail.ts'

/** One file for each; a new one is added here and nowhere else. */
const BENCHMARKS: readonly Benchmark[] = [
  durableSave,
  importEntries,
  formRead,
  programmeSummary,
  provinceOverview,
  provinceFirstLook,
  serviceStart,
  bulletin,
  bulletinFirstClick,
  firstPaint,
  typing,
  ...pageLongTasks,
  ...windowBlock,
  ...yearDetail,
]

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
/** One by its name, or all that begin with it: `year-detail` is a family. */
const isChosen = (name: string) =>
  values.only === undefined || name === values.only || name.startsWith(`${values.only}-`)
const chosen = BENCHMARKS.filter(({ name }) => isChosen(name))

const figures: Figure[] = []
for (const benchmark of chosen) {
  const figure = await measure(benchmark)
  if (figure === null) continue
  figures.push(figure)
  if (!values.json) console.info(lineOf(figure))
}
if (values.json) console.info(JSON.stringify(figures, null, 2))

async function measure(benchmark: Benchmark): Promise<Figure | null> {
  try {
    return figureOf(benchmark, await benchmark.run({ isFull: values.full }))
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error
    // Standard output is for the figures alone.
    console.error(`${benchmark.name} 没有测：${error.message}`)
    return null
  }
}

function lineOf(figure: Figure): string {
  const { name, ours, peer, unit, ratio, goal, limit } = figure
  const limits = [
    ...(goal === null ? [] : [`比值不高于 ${goal}`]),
    ...(limit === null ? [] : [`本软件不高于 ${limit} ${unit}`]),
  ]
  const isMet = (goal === null || ratio <= goal) && (limit === null || ours <= limit)
  const verdict =
    limits.length === 0 ? '仅记录' : `（目标：${limits.join('，')}）${isMet ? '达标' : '未达标'}`
  return `${name.padEnd(24)} 本软件 ${shown(ours)} ${unit}  对照 ${shown(peer)} ${unit}  比值 ${shown(ratio)} ${verdict}`
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
