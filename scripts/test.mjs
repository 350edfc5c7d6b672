// npm test: installs what is missing and checks everything, step by step, up to the first step that fails. The last
// lines say what was not run; the very last one counts the tests.
import { ensureBuilt } from './lib/built-app.mjs'
import { findElectron, whyNoWindow } from './lib/electron-runtime.mjs'
import { ensurePackages } from './lib/npm-packages.mjs'
import { print } from './lib/processes.mjs'
import { playwright, runSteps, stepsWithoutBuild, vitest } from './lib/steps.mjs'
import { canLookAtWorkbooks, ensureSystemPrograms, testEnvironment } from './lib/system-programs.mjs'
import { readReports } from './lib/test-report.mjs'

const started = Date.now()
if (!(await ensurePackages())) process.exit(1)
const programs = await ensureSystemPrograms()
if (!programs) process.exit(1)
Object.assign(process.env, testEnvironment(programs))

const steps = [
  ...stepsWithoutBuild,
  { title: '构建', work: () => ensureBuilt() },
  { title: '构建结果上的测试（三种宿主、工作簿）', work: () => vitest('built') },
  { title: '界面测试', work: () => playwright(['--reporter=list,json']) },
]
const failedStep = (await runSteps(steps, { stopAtFirst: true }))[0]
const totals = readReports()

/** What this machine cannot check: the tag in a test's title, and the sentence that says so. */
const notHere = [
  { tag: '@electron-window', why: whyNoElectronWindow() },
  {
    tag: '@workbook-eyes',
    why: canLookAtWorkbooks(programs)
      ? null
      : '用 LibreOffice 和 openpyxl 查看工作簿：未运行（本机没有这些软件）',
  },
]
const absent = notHere.filter(({ why }) => why !== null)
const undeclared = totals.skipped.filter((title) => !absent.some(({ tag }) => title.includes(tag)))
const electronRequired = process.env.REQUIRE_ELECTRON === '1' && notHere[0]?.why !== null
const failed =
  totals.failed + (failedStep && totals.failed === 0 ? 1 : 0) + undeclared.length + (electronRequired ? 1 : 0)

print(`\n共用时 ${((Date.now() - started) / 1000).toFixed(0)} 秒`)
if (failedStep) {
  print(`未通过的步骤：${failedStep.title}`)
  const later = steps.slice(steps.indexOf(failedStep) + 1).map(({ title }) => title)
  if (later.length > 0) print(`因此未运行：${later.join('、')}`)
}
for (const title of undeclared) print(`被跳过（不允许）：${title}`)
for (const { why } of absent) print(String(why))
if (electronRequired) print('REQUIRE_ELECTRON=1 要求在真实窗口中测试，本次没有做到。')
const skippedCount = totals.skipped.length > 0 ? `, ${totals.skipped.length} skipped` : ''
print(`${totals.passed} passed, ${failed} failed${skippedCount}`)
process.exitCode = failed > 0 ? 1 : 0

/** @returns {string | null} */
function whyNoElectronWindow() {
  const why = findElectron() ? whyNoWindow() : '本机没有 Electron 运行时'
  return why === null ? null : `Electron 真实窗口：未运行（${why}）`
}
