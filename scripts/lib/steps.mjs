// The steps that need no build, shared by `npm run check` and `npm test`, and how a step is shown: heading, then time.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setupFolder } from './lock-folder.mjs'
import { runNode24 } from './node-24.mjs'
import { print, root } from './processes.mjs'

/** Of this process alone: two commands may test at the same time. */
export const reportsFolder = join(setupFolder, `reports-${process.pid}`)
process.on('exit', () => rmSync(reportsFolder, { recursive: true, force: true }))
const folders = ['src', 'e2e', 'tests', 'bench', 'campaigns']

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {() => Promise<boolean>} work
 */

/** @param {string} file @param {readonly string[]} args @param {Record<string, string>} [env] */
async function passes(file, args, env = {}) {
  return (await runNode24(`node_modules/${file}`, args, { env })).code === 0
}

/** @param {string} project name in vitest.config.ts */
export function vitest(project) {
  const json = join(reportsFolder, `vitest-${project}.json`)
  return passes('vitest/vitest.mjs', [
    ...['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${json}`],
  ])
}

/** @param {readonly string[]} args */
export function playwright(args) {
  return passes('@playwright/test/cli.js', ['test', ...args], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reportsFolder, 'playwright.json'),
  })
}

/** @type {Step[]} */
export const stepsWithoutBuild = [
  {
    title: '格式与规范',
    work: () =>
      passes('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--no-errors-on-unmatched', '.']),
  },
  {
    title: '类型',
    work: async () => {
      for (const part of ['core', 'node', 'web', 'tests', 'scripts']) {
        if (!(await passes('typescript/bin/tsc', ['-p', `tsconfig.${part}.json`]))) return false
      }
      return true
    },
  },
  {
    title: '引用规则',
    work: () =>
      passes('dependency-cruiser/bin/dependency-cruiser.mjs', [
        ...['--config', '.dependency-cruiser.mjs', '--output-type', 'err-long'],
        ...folders.filter((folder) => existsSync(join(root, folder))),
      ]),
  },
  { title: '单元测试与规律测试', work: () => vitest('unit') },
]

/**
 * Runs the steps in order.
 * @param {readonly Step[]} steps
 * @param {{ stopAtFirst: boolean }} options
 * @returns {Promise<Step[]>} the steps that failed
 */
export async function runSteps(steps, { stopAtFirst }) {
  mkdirSync(reportsFolder, { recursive: true })
  const failed = []
  for (const [index, step] of steps.entries()) {
    const started = Date.now()
    print(`\n== ${index + 1}/${steps.length} ${step.title}`)
    const passed = await step.work()
    print(`== ${step.title}：${passed ? '通过' : '未通过'}，${((Date.now() - started) / 1000).toFixed(1)} 秒`)
    if (passed) continue
    failed.push(step)
    if (stopAtFirst) break
  }
  return failed
}
