// Files that are broken, dishonest or not workbooks at all: each is refused in its own words, and nothing is read.
import { describe, expect, test } from 'vitest'
import { rejectionMessage } from '../../src/core/rejections.ts'
import { answerReading } from '../../src/excel/reading/workbook-reader-process.ts'
import { brokenZips, otherFiles } from './broken-packages.ts'
import { brokenCells, brokenXml } from './broken-sheets.ts'
import { readHere } from './read-here.ts'
import { makeWorkbook } from './workbook-maker.ts'

describe.each([
  ['other files', otherFiles],
  ['broken packages', brokenZips],
  ['broken XML', brokenXml],
  ['broken cells', brokenCells],
] as const)('%s', (_, cases) => {
  test.each(cases)('%s', async (_what, file, code) => {
    const before = Object.getOwnPropertyNames(Object.prototype).length
    expect(await readHere(file)).toBe(code)
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before)
  })
})

test('there are at least a hundred of them, and every refusal says what to do', async () => {
  const all = [...otherFiles, ...brokenZips, ...brokenXml, ...brokenCells]
  expect(all.length).toBeGreaterThanOrEqual(100)
  for (const [what, file] of all) {
    const answer = await answerReading({ base64: Buffer.from(file).toString('base64') })
    if (answer.ok) throw new Error(what)
    const sentence = rejectionMessage(answer.code, answer.values)
    expect([what, /请.+。$/.test(sentence), sentence.includes('（）')]).toEqual([what, true, false])
  }
})

test('cut off at any byte, a workbook is refused and never half read', async () => {
  const whole = makeWorkbook()
  const codes = new Set<string>()
  for (let length = 0; length < whole.length; length += 1)
    codes.add(await readHere(whole.subarray(0, length)))
  expect([...codes].sort()).toEqual(['workbook-damaged', 'workbook-not-xlsx'])
})

test('with any byte changed, a workbook is read as it was, as something else that fits, or refused', async () => {
  const whole = makeWorkbook()
  const odd: string[] = []
  for (let at = 0; at < whole.length; at += 1) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 0x55
    const answer = await readHere(changed)
    if (!answer.startsWith('workbook-') && answer !== 'A1=指标 B1=18') odd.push(`${at}: ${answer}`)
  }
  expect(odd).toEqual([])
})
