// Adds up what the test runners reported. A skipped test counts as a fault unless its title says what it waits for
// (@electron-window, @workbook-eyes) and this machine is known not to have it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportsFolder } from './steps.mjs'

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Totals */

/** @returns {Totals} */
export function readReports() {
  /** @type {Totals} */
  const totals = { passed: 0, failed: 0, skipped: [] }
  if (!existsSync(reportsFolder)) return totals
  for (const name of readdirSync(reportsFolder)) {
    const report = JSON.parse(readFileSync(join(reportsFolder, name), 'utf8'))
    if (name.startsWith('vitest')) addVitest(report, totals)
    else addPlaywright(report, report, totals)
  }
  return totals
}

/**
 * @typedef {{ fullName: string, status: string }} VitestCase
 * @param {{ testResults: { status: string, assertionResults: VitestCase[] }[] }} report
 * @param {Totals} totals
 */
function addVitest(report, totals) {
  for (const file of report.testResults) {
    for (const { fullName, status } of file.assertionResults) {
      if (status === 'passed') totals.passed += 1
      else if (status === 'failed') totals.failed += 1
      else totals.skipped.push(fullName)
    }
    // A file that could not even be loaded reports no test.
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
      totals.failed += 1
  }
}

/**
 * @typedef {{ title: string, tags?: string[], tests: { projectName: string, status: string }[] }} PlaywrightSpec
 * @typedef {{ title?: string, suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite
 * @param {PlaywrightSuite} suite
 * @param {{ errors?: unknown[] }} report
 * @param {Totals} totals
 */
function addPlaywright(suite, report, totals) {
  for (const inner of suite.suites ?? []) addPlaywright(inner, {}, totals)
  for (const spec of suite.specs ?? []) {
    for (const { projectName, status } of spec.tests) {
      if (status === 'expected') totals.passed += 1
      else if (status === 'skipped')
        totals.skipped.push(
          `[${projectName}] ${suite.title} › ${spec.title} ${spec.tags?.map((tag) => `@${tag}`).join(' ') ?? ''}`.trim(),
        )
      // A test that passes only when repeated is not trusted.
      else totals.failed += 1
    }
  }
  totals.failed += report.errors?.length ?? 0
}
