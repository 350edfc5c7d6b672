// What colleagues do to a form, and what the product makes of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallOutput } from '../../src/contract/api.ts'
import { type FormFolder, formFolder } from './example-forms.ts'
import { type Editing, editForm } from './returned-form.ts'

let forms: FormFolder
let files = 0
beforeAll(async () => {
  forms = await formFolder()
})
afterAll(() => forms.remove())

/** 科研处's July: nothing filled in yet. */
const fresh = (edit: (form: Editing) => void = () => undefined, month = '2020-07') => {
  files += 1
  return forms.formFile('keyan', month, `f${files}`).then((file) => editForm(file, edit))
}

type Preview = CallOutput<'form.preview'>
const told = ({ changes }: Preview) =>
  changes.map(({ indicator, measure, field, from, to }) => [indicator ?? measure, field, from, to])
const unread = (preview: Preview) => preview.unread.map(({ text, reason }) => [text, reason])

async function read(edit: (form: Editing) => void, month?: string): Promise<Preview> {
  return forms.preview(await fresh(edit, month))
}

async function refusal(file: string, input: object = {}): Promise<string> {
  const answer = await forms.ask('form.preview', input, { givenFile: file })
  return answer.ok ? 'ok' : answer.rejection.code
}

const ORGANS = '新建市级以上企业研发机构'
const PROJECTS = '重大科技成果转化项目'
const SHARE = '技术合同登记额占GDP比重'
const MEASURE = '完善企业创新激励机制'

describe('cells', () => {
  const figures: readonly (readonly [unknown, number | string])[] = [
    [18, 18],
    ['１８', 18],
    ['12家', 12],
    ['1,234', 1234],
    [' 7 ', 7],
    ['约30%', '不是能用的数，请只填数字，例如 18 或 2.5'],
    ['12万元', '填的单位是“万元”，应是“家”，请换算后只填数字'],
    ['不适用', '这是状态，请填在“本月状态”栏'],
    [new Date(Date.UTC(2020, 5, 3)), '单元格被当成了日期（2020-06-03），请把格式改为常规再填数'],
    [true, '这一格要填数'],
    [{ error: '#REF!' }, '单元格里是错误值#REF!，请改成数或文字'],
    [{ formula: 'SUM(1,2)' }, '公式没有算出的结果，请把公式改成数，或用 Excel、WPS 打开后保存'],
  ]
  test.each(figures)('%j in a figure’s cell', async (value, expected) => {
    const preview = await read((form) => {
      form.indicator(ORGANS).value = value as never
    })
    if (typeof expected === 'number') expect(told(preview)).toEqual([['i7', 'value', null, expected]])
    else expect([told(preview), preview.unread.map(({ reason }) => reason)]).toEqual([[], [expected]])
  })

  test('a formula’s last result is taken, and said', async () => {
    const preview = await read((form) => {
      form.indicator(ORGANS).value = { formula: '1+2', result: 3 }
    })
    expect(preview.changes).toMatchObject([{ to: 3, remarks: ['取的是公式上次算出的结果'] }])
  })

  test('a percentage is what it shows, where the unit is one', async () => {
    const preview = await read((form) => {
      for (const name of [SHARE, ORGANS]) {
        form.indicator(name).value = 0.235
        form.indicator(name).numFmt = '0.0%'
      }
    })
    expect(told(preview)).toEqual([['i9', 'value', null, 23.5]])
    expect(unread(preview)).toEqual([['0.235', '单元格是百分比格式，这一格的单位是“家”，请改为常规格式再填']])
  })

  test('a day in words’ place is the day', async () => {
    const preview = await read((form) => {
      form.indicator(ORGANS).value = 3
      form.indicator(ORGANS, '本月说明').value = new Date(Date.UTC(2020, 5, 30))
    })
    expect(told(preview)).toEqual([
      ['i7', 'value', null, 3],
      ['i7', 'note', null, '2020-06-30'],
    ])
  })

  test('a number beside a state: neither is taken', async () => {
    const preview = await read((form) => {
      form.indicator(ORGANS).value = 3
      form.indicator(ORGANS, '本月状态').value = '不适用'
    })
    expect(told(preview)).toEqual([])
    expect(preview.unread.map(({ cell }) => cell)).toEqual(['H5', 'K5'])
  })

  test('half a fraction that is not understood takes the other half with it', async () => {
    const preview = await read((form) => {
      form.indicator(SHARE, '本月分子').value = '约12'
      form.indicator(SHARE, '本月分母').value = 500
    })
    expect([told(preview), preview.unread.map(({ cell }) => cell)]).toEqual([[], ['I7', 'J7']])
  })

  test('milestones by name, by number, or not at all', async () => {
    const preview = await read((form) => {
      form.measure(MEASURE, '本月完成节点').value = '１'
      form.measure('加快新型研发机构建设', '本月完成节点').value = '制订新型研发机构管理办法（9月）'
      form.measure('加强公共研发平台的规划布局', '本月完成节点').value = '开过会'
    })
    expect(told(preview)).toEqual([
      ['p2m2', 'milestonesDone', [], ['p2m2s1']],
      ['p5m1', 'milestonesDone', [], ['p5m1s1']],
    ])
    expect(preview.unread).toMatchObject([{ text: '开过会' }])
  })

  test('an empty cell where something stood is a change to nothing', async () => {
    const preview = await read((form) => {
      form.indicator(ORGANS).value = null
      form.measure(MEASURE, '本月进展').value = '　'
    }, '2020-06')
    expect(told(preview)).toMatchObject([
      ['i7', 'value', 4, null],
      ['p2m2', 'progress', expect.any(String), null],
    ])
  })

  test('merged over rows nobody can tell whose it is', async () => {
    const preview = await read((form) => {
      form.indicator(ORGANS).value = 9
      form.indicators.mergeCells('H5:H6')
    })
    expect([told(preview), preview.unread.map(({ cell }) => cell)]).toEqual([[], ['H5']])
  })
})

describe('rows, columns and sheets', () => {
  test('what is not an entry is listed, not taken', async () => {
    const preview = await read((form) => {
      form.indicator(ORGANS, '年度目标').value = '≥20'
      form.indicators.getCell('P5').value = '已电话核实'
      form.indicators.getCell('B30').value = '合计'
      form.indicator(ORGANS, '本月分子').value = 5
      form.book.addWorksheet('草稿').getCell('B2').value = '3'
    })
    expect(told(preview)).toEqual([])
    expect(unread(preview)).toEqual([
      ['5', '这一格不用填，没有读入'],
      ['≥20', '“年度目标”不能在填报表里改，没有读入'],
      ['已电话核实', '这一栏不是填报表的栏目，没有读入'],
      ['合计', '不是本处室本月要填的项目'],
      ['3', '这张工作表不是填报表的一部分，没有读入（有内容的1格）'],
    ])
  })

  test('a name moved away from its hidden number is not guessed', async () => {
    const preview = await read((form) => {
      form.indicator(ORGANS).value = 3
      const [a, b] = [form.indicator(ORGANS, '指标'), form.indicator(PROJECTS, '指标')]
      a.value = PROJECTS
      b.value = ORGANS
    })
    expect([told(preview), preview.unread[0]]).toMatchObject([
      [],
      { text: '3', reason: expect.stringContaining('编号和名称对不上') },
    ])
  })

  test('one item in two rows is not guessed', async () => {
    const preview = await read((form) => {
      form.indicators.getRow(20).values = form.indicators.getRow(5).values
      form.indicators.getCell('H20').value = 8
    })
    expect([told(preview), unread(preview)]).toMatchObject([
      [],
      [
        ['1', expect.stringContaining('有几行')],
        ['8', expect.stringContaining('有几行')],
      ],
    ])
  })

  test('a row that is gone, a column that is gone, a sheet that is gone: nothing is cleared', async () => {
    const preview = await read((form) => {
      form.indicators.spliceRows(5, 1)
      form.indicators.spliceColumns(form.column(form.indicators, '本月说明'), 1)
      form.book.removeWorksheet(form.measures.id)
    }, '2020-06')
    expect(told(preview)).toEqual([])
    expect(unread(preview)).toEqual([
      [ORGANS, '表里没有这一行，这一项没有改动'],
      ['本月说明', '表里没有这一栏，这一栏没有改动'],
      ['', '缺少“举措填报”表，这部分没有改动'],
    ])
  })

  test('two columns of one name are refused', async () => {
    const file = await fresh((form) => {
      form.indicators.getCell('P4').value = '本月数'
    })
    expect(await refusal(file)).toBe('form-heading-twice')
  })

  test('a hidden row counts, and is said', async () => {
    const preview = await read((form) => {
      form.indicator(ORGANS).value = 3
      form.indicators.getRow(5).hidden = true
    })
    expect(preview.changes).toMatchObject([{ to: 3, remarks: ['这一行被隐藏或筛选掉了'] }])
  })
})

describe('whose form, and when', () => {
  test('without its hidden sheet it is known by its pages', async () => {
    const preview = await read((form) => {
      form.book.removeWorksheet(form.sheet('_meta').id)
      form.indicator(ORGANS).value = 3
    })
    expect([preview.department, preview.month, told(preview)]).toEqual([
      'keyan',
      '2020-07',
      [['i7', 'value', null, 3]],
    ])
    expect(preview.notices).toHaveLength(1)
  })

  test('with its hidden sheet changed it is compared with the journal alone', async () => {
    const preview = await read((form) => {
      form.sheet('_meta').getCell('B12').value = 'i99'
      form.indicator(ORGANS).value = 3
    })
    expect([told(preview), preview.notices]).toMatchObject([
      [['i7', 'value', null, 3]],
      [expect.stringContaining('改过')],
    ])
  })

  test('another department’s, another month’s, a newer version’s, nobody’s', async () => {
    expect(await refusal(await fresh(), { department: 'gaoxin' })).toBe('form-elsewhere')
    expect(await refusal(await fresh(), { month: '2020-06' })).toBe('form-elsewhere')
    const newer = await fresh((form) => {
      form.sheet('_meta').getCell('B1').value = '3'
    })
    expect(await refusal(newer)).toBe('form-from-newer-version')
    const nobody = await fresh((form) => {
      form.book.removeWorksheet(form.sheet('_meta').id)
      form.book.removeWorksheet(form.sheet('填报说明').id)
      for (const sheet of [form.indicators, form.measures])
        for (const row of [1, 2])
          sheet.getRow(row).eachCell((cell) => {
            cell.value = null
          })
    })
    expect(await refusal(nobody)).toBe('form-unidentified')
    expect(await refusal(nobody, { department: 'keyan', month: '2020-07' })).toBe('ok')
  })

  test('a clerk of another department may not', async () => {
    const answer = await forms.ask('form.preview', {}, { givenFile: await fresh(), actor: '张倩' })
    expect(answer).toMatchObject({ ok: false, rejection: { code: 'not-permitted' } })
  })
})
