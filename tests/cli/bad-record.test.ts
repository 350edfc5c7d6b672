// Record files that are refused: code, sentence, exit code, and a store that is as it was. Run on the built command.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BUILT_FOLDER } from '../hosts/built-folder.ts'
import { temporaryFolder } from '../hosts/temporary-folder.ts'

const yaodian = (...words: string[]) => {
  const run = spawnSync(process.execPath, [join(BUILT_FOLDER, 'main/cli.js'), ...words, '--json'], {
    encoding: 'utf8',
  })
  return { ...run, answer: JSON.parse(run.stdout) }
}

const sheet = (reading: object, more: object = {}) => ({
  month: '2020-02',
  department: 'gaoxin',
  readings: [reading],
  ...more,
})
const raw = (value: string) =>
  `{"month":"2020-02","department":"gaoxin","readings":[{"indicator":"i3","value":${value}}]}`

// biome-ignore format: a table
const CASES: readonly (readonly [what: string, file: object | string, code: string, sentence: string])[] = [
  ['a month that is none', sheet({ indicator: 'i3', value: 1 }, { month: '2020-13' }), 'invalid-month', '“2020-13”不是月份，请写成 2020-06 这样的四位年、两位月。'],
  ['a month of no plan', sheet({ indicator: 'i3', value: 1 }, { month: '2021-01' }), 'month-outside-plan', '2021年1月不在本要点的年度（2020年至2020年）内，请改选月份。'],
  ['an unknown indicator', sheet({ indicator: 'i99', value: 1 }), 'unknown-indicator', '要点里没有指标“i99”，请核对编号，其余内容也没有保存。'],
  ['one named like a property', raw('1').replace('i3', '__proto__'), 'unknown-indicator', '要点里没有指标“__proto__”，请核对编号，其余内容也没有保存。'],
  ['an unknown department', sheet({ indicator: 'i3', value: 1 }, { department: 'x' }), 'unknown-department', '要点里没有处室“x”，请核对处室编号。'],
  ['another department’s', sheet({ indicator: 'i10', value: 1 }), 'not-your-indicator', '“新建市级企业工程技术研究中心”由科研处牵头填报，不归高新处，请交由科研处填报。'],
  ['text in a number', sheet({ indicator: 'i3', value: '十二家' }), 'number-not-understood', '“新增国家高新技术企业”填的“十二家”不是能用的数，请只填数字，例如 18 或 2.5。'],
  ['nothing in a number', sheet({ indicator: 'i3', value: '' }), 'number-not-understood', '“新增国家高新技术企业”填的“”不是能用的数，请只填数字，例如 18 或 2.5。'],
  ['NaN as text', sheet({ indicator: 'i3', value: 'NaN' }), 'number-not-understood', '“新增国家高新技术企业”填的“NaN”不是能用的数，请只填数字，例如 18 或 2.5。'],
  ['NaN', raw('NaN'), 'record-file-unreadable', '填报文件不是完整的 JSON 文件（“","value":NaN}]}”附近），请重新生成，台账没有改动。'],
  ['1e400', raw('1e400'), 'invalid-input', '填写的内容格式不对：readings[0].value 不是能用的数，可能太大，请改正后再提交。'],
  ['1e400 as text', sheet({ indicator: 'i3', value: '1e400' }), 'number-out-of-range', '“新增国家高新技术企业”填的“1e400”太大或小数位太多，请核对单位（万、亿）后重填。'],
  ['a million digits', sheet({ indicator: 'i3', value: '1'.repeat(1_000_000) }), 'invalid-input', '填写的内容格式不对：readings[0].value 太长，最多200个字，请改正后再提交。'],
  ['a million characters', sheet({ indicator: 'i3', value: 1, note: '长'.repeat(1_000_000) }), 'invalid-input', '填写的内容格式不对：readings[0].note 太长，最多20000个字，请改正后再提交。'],
  ['a file cut in half', raw('1').slice(0, 40), 'record-file-unreadable', '填报文件不是完整的 JSON 文件（第1行），请重新生成，台账没有改动。'],
  ['an empty file', '', 'record-file-unreadable', '填报文件不是完整的 JSON 文件（文件是空的），请重新生成，台账没有改动。'],
  ['a hundred thousand brackets', '['.repeat(100_000), 'record-file-unreadable', '填报文件不是完整的 JSON 文件（文件末尾不完整），请重新生成，台账没有改动。'],
]

const stateOf = (data: string) => {
  const { entries, projectionHash, ok } = yaodian('verify', '--data', data).answer
  return { entries, projectionHash, ok }
}

test('every one is refused whole, also behind a sheet that is right, and the store is as it was', () => {
  const data = join(temporaryFolder(), 'data')
  yaodian('init', '--data', data, '--at', '2020-01-03')
  const before = stateOf(data)
  const file = join(data, '..', 'record.json')
  for (const [what, content, code, sentence] of CASES) {
    const isText = typeof content === 'string'
    writeFileSync(file, isText ? content : JSON.stringify(content))
    const record = () => yaodian('record', '--data', data, '--file', file, '--at', '2020-03-01')
    const { status, answer, stderr } = record()
    expect([what, status, answer.ok, answer.code, answer.message]).toEqual([what, 1, false, code, sentence])
    expect(stderr).toBe(`${sentence}（${code}）\n`)
    if (isText) continue
    writeFileSync(file, JSON.stringify([sheet({ indicator: 'i3', value: 1 }), content]))
    expect([what, record().status]).toEqual([what, 1])
  }
  expect(stateOf(data)).toEqual(before)
})
