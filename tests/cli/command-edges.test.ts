// What an unattended caller meets at the edges of the command line; run on the built command, as it ships.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const CLI = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

let folder = ''
let data = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yaodian-cli-'))
  data = join(folder, 'data')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, stderr, answer: stdout === '' ? null : JSON.parse(stdout) }
}

const onStore = (...words: string[]) => run(...words, '--data', data, '--json')
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

function aPipe(): string {
  const pipe = join(folder, 'pipe')
  spawnSync('mkfifo', [pipe])
  return pipe
}

describe('a store', () => {
  beforeEach(() => {
    expect(onStore('init', '--at', '2020-01-02').status).toBe(0)
  })

  it('answers verify with one report, also when something is wrong', () => {
    expect(onStore('verify')).toMatchObject({ status: 0, answer: { ok: true, entries: 2, problems: [] } })
    const db = new Database(join(data, 'yaodian.db'))
    for (const { name } of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all() as {
      name: string
    }[])
      db.exec(`DROP TRIGGER "${name}"`)
    db.prepare(`UPDATE journal SET body = replace(body, '办公室', '别人') WHERE kind = 'person-added'`).run()
    db.close()
    const tampered = onStore('verify')
    expect(tampered.status).toBe(1)
    expect(tampered.answer).toMatchObject({ ok: false, entries: 2 })
    expect(tampered.answer.problems).not.toEqual([])
    expect(
      onStore('export', 'bulletin', '--month', '2020-01', '--out', join(folder, 'b.xlsx')),
    ).toMatchObject({
      status: 1,
      answer: { ok: false, code: 'store-damaged' },
    })
    expect(readdirSync(folder)).toEqual(['data'])
  })

  it('freezes nothing when the workbook cannot be written', () => {
    const taken = join(folder, 'taken.xlsx')
    mkdirSync(taken)
    const refused = onStore('export', 'bulletin', '--month', '2020-01', '--out', taken, '--at', '2020-02-01')
    expect(refused).toMatchObject({
      status: 1,
      answer: {
        code: 'file-not-written',
        message:
          '文件没有写成（这个名字是一个文件夹），请解决后再导出；文件正在 Excel 或 WPS 中打开的，请先关闭。',
      },
    })
    expect(onStore('verify').answer.entries).toBe(2)
    expect(readdirSync(folder).sort()).toEqual(['data', 'taken.xlsx'])
    const done = onStore(
      'export',
      'bulletin',
      '--month',
      '2020-01',
      '--out',
      join(folder, 'b.xlsx'),
      '--at',
      '2020-02-01',
    )
    expect(done).toMatchObject({ status: 0, answer: { ok: true, isNew: true } })
  })

  it.each([
    ['a name that is too long', () => join(folder, `${'长'.repeat(200)}.xlsx`), '文件名太长'],
    ['a place below a file', () => join(file('text.txt', ''), 'b.xlsx'), '路径中有一段不是文件夹'],
    ...(process.platform === 'linux'
      ? [
          ['a place that cannot be made', () => '/proc/yaodian/b.xlsx', '没有这个位置'] as const,
          ['a name that is no file', () => aPipe(), '这个名字不是普通文件'] as const,
        ]
      : []),
  ] as const)('says why it cannot write to %s', (_, out, reason) => {
    const refused = onStore('export', 'bulletin', '--month', '2020-01', '--out', out(), '--at', '2020-02-01')
    expect(refused).toMatchObject({ status: 1, answer: { code: 'file-not-written' } })
    expect(refused.answer.message).toContain(reason)
    expect(onStore('verify').answer.entries).toBe(2)
  })

  it('writes the text beside the workbook, and freezes nothing where that cannot be', () => {
    const [book, text] = [join(folder, 'b.xlsx'), join(folder, '通报.docx')]
    const exporting = (word: string) =>
      onStore(...['export', 'bulletin', '--month', '2020-01', '--out', book, '--word', word])
    mkdirSync(text)
    expect(exporting(text)).toMatchObject({ status: 1, answer: { code: 'file-not-written' } })
    expect([onStore('verify').answer.entries, readdirSync(folder).sort()]).toEqual([2, ['data', '通报.docx']])
    rmSync(text, { recursive: true })
    expect(exporting(text)).toMatchObject({
      status: 0,
      answer: { ok: true, isNew: true, place: book, word: text },
    })
    const [first, frozen] = [readFileSync(text), readFileSync(book)]
    expect(first.subarray(0, 2).toString()).toBe('PK')
    expect(exporting(text)).toMatchObject({ status: 0, answer: { isNew: false } })
    expect([readFileSync(text).equals(first), readFileSync(book).equals(frozen)]).toEqual([true, true])
  })

  it('freezes no month that has not begun', () => {
    const early = onStore(
      'export',
      'bulletin',
      '--month',
      '2020-03',
      '--out',
      join(folder, 'b.xlsx'),
      '--at',
      '2020-02-29',
    )
    expect(early).toMatchObject({
      status: 1,
      answer: { code: 'month-not-begun', message: '2020年3月还没有开始，不能冻结通报，请核对月份。' },
    })
  })

  it('speaks of a record file in the file’s own terms', () => {
    const sheet = {
      month: '2020-01',
      department: 'keyan',
      readings: [{ indicator: 'i14', value: 1, nonsense: 2 }],
    }
    expect(onStore('record', '--file', file('one.json', JSON.stringify(sheet))).answer).toMatchObject({
      code: 'invalid-input',
      details: [{ place: 'readings[0]', message: '有不认识的项：nonsense' }],
    })
    expect(
      onStore('record', '--file', file('extra.json', JSON.stringify({ ...sheet, readings: [], more: 1 })))
        .answer,
    ).toMatchObject({
      message: '填写的内容格式不对：整个文件 有不认识的项：more，请改正后再提交。',
      details: [{ place: '整个文件', message: '有不认识的项：more' }],
    })
    expect(onStore('record', '--file', file('none.json', '[]')).answer.message).toContain('至少要有1项')
    const huge = JSON.stringify({ ...sheet, readings: [{ indicator: 'i14', value: 'X' }] }).replace(
      '"X"',
      '1e400',
    )
    expect(onStore('record', '--file', file('huge.json', huge)).answer).toMatchObject({
      details: [{ place: 'readings[0].value', message: '不是能用的数，可能太大' }],
    })
    const wrongKind = { ...sheet, readings: [{ indicator: 5, value: 1 }] }
    expect(onStore('record', '--file', file('list.json', JSON.stringify([wrongKind]))).answer).toMatchObject({
      details: [{ place: '[0].readings[0].indicator', message: '应为文字' }],
    })
  })

  it('keeps the rest of a target that a revision does not mention, and refuses one that says nothing', () => {
    const revise = (...words: string[]) =>
      onStore('plan', 'revise', '--indicator', 'i6', '--from', '2020-07', '--reason', '调整', ...words)
    expect(revise()).toMatchObject({ status: 1, answer: { code: 'revision-empty' } })
    expect(revise('--committed', '26')).toMatchObject({
      status: 1,
      answer: { code: 'stretch-below-committed' },
    })
    expect(revise('--stretch', '26').status).toBe(0)
    const indicators: { id: string; targets: object[] }[] = onStore('plan', 'show').answer.indicators
    expect(indicators.find(({ id }) => id === 'i6')?.targets.at(-1)).toMatchObject({
      committed: 23,
      stretch: 26,
      from: '2020-07',
    })
  })
})

describe('files', () => {
  it('refuses a plan that is not UTF-8 instead of ruining its words', () => {
    const gbk = Uint8Array.from([0x7b, 0x22, 0xd2, 0xaa, 0xb5, 0xe3, 0x22, 0x3a, 0x31, 0x7d])
    expect(onStore('init', '--plan', file('gbk.json', gbk))).toMatchObject({
      status: 1,
      answer: { code: 'file-not-utf8' },
    })
  })

  it('says that a file is not there', () => {
    expect(onStore('init', '--plan', join(folder, 'none.json'))).toMatchObject({
      status: 1,
      answer: { code: 'file-not-found' },
    })
  })

  it('says which word is not JSON', () => {
    const answer = onStore('init', '--plan', file('nan.json', '{"title": NaN}')).answer
    expect(answer).toMatchObject({ code: 'plan-file-unreadable' })
    expect(answer.message).toContain('“{"title": NaN}”附近')
  })

  it('takes a full-width percent sign for the percent sign', () => {
    const share = {
      id: 'i1',
      name: '占比',
      unit: '％',
      mode: 'ratio',
      lead: 'a',
      targets: [{ year: 2020, comparator: 'at-least', committed: 23 }],
    }
    const plan = {
      title: '要点',
      years: { from: 2020, to: 2020 },
      departments: [{ id: 'a', name: '甲处', kind: 'department' }],
      indicators: [share],
    }
    expect(onStore('init', '--plan', file('plan.json', JSON.stringify(plan))).status).toBe(0)
    const sheet = {
      month: '2020-01',
      department: 'a',
      readings: [{ indicator: 'i1', numerator: 1, denominator: 4 }],
    }
    expect(onStore('record', '--file', file('sheet.json', JSON.stringify(sheet))).status).toBe(0)
    expect(onStore('status', '--month', '2020-01', '--provisional').answer.indicators[0].actual).toBe(25)
  })

  it('tells a missing item from one of the wrong kind', () => {
    const plan = { title: 5, years: { from: 2020, to: 2020 }, departments: [{ id: 'a', kind: 'department' }] }
    expect(onStore('init', '--plan', file('plan.json', JSON.stringify(plan))).answer.details).toEqual([
      { place: 'title', message: '应为文字' },
      { place: 'departments[0].name', message: '缺少这一项' },
    ])
  })
})

describe.runIf(process.platform === 'linux')('a place that never answers sensibly', () => {
  it('is refused at once', () => {
    expect(run('init', '--data', '/proc/nowhere/data', '--json')).toMatchObject({
      status: 1,
      answer: { code: 'data-folder-unusable' },
    })
  })
})
