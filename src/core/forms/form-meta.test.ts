import { describe, expect, it } from 'vitest'
import { atOnce } from '../steps.ts'
import { type FormMeta, idsChecksum, metaRows, parseMeta } from './form-meta.ts'

const given = [
  { key: 'i1', column: '指标', text: '新增高企' },
  { key: 'i1', column: '单位', text: '家' },
  { key: 'i2', column: '指标', text: '登记额' },
  { key: 'i1', column: 'value', text: '3' },
  { key: 'i1', column: 'note', text: 'cell' },
]
const keys = ['i1', 'i2']
const meta: FormMeta = {
  version: 2,
  planTitle: '工作要点',
  planChecksum: 'p',
  department: 'gaoxin',
  departmentName: '高新处',
  month: '2020-06',
  exportId: 'e',
  idsChecksum: idsChecksum(keys, given),
  keys,
  given,
  texts: ['填报说明'],
}

describe('the hidden sheet of a form', () => {
  it('has a row for each stretch of one item’s cells, and reads back the same', () => {
    const rows = metaRows(meta)
    expect(rows.filter(([name]) => name === 'cell')).toEqual([
      ['cell', 'i1', '指标', '新增高企', '单位', '家'],
      ['cell', 'i2', '指标', '登记额'],
      ['cell', 'i1', 'value', '3', 'note', 'cell'],
    ])
    expect(atOnce(parseMeta(rows))).toEqual({ ...meta, isAltered: false })
  })

  it('reads the forms of before, a row for each cell', () => {
    const rows = metaRows(meta).filter(([name]) => name !== 'cell')
    const before = [...rows, ...given.map(({ key, column, text }) => ['cell', key, column, text])]
    expect(atOnce(parseMeta(before))).toMatchObject({ given, isAltered: false })
  })

  it('says when somebody has changed it', () => {
    const rows = metaRows(meta).map((row) => row.map((text) => (text === '3' ? '4' : text)))
    expect(atOnce(parseMeta(rows))?.isAltered).toBe(true)
    expect(atOnce(parseMeta([['别的']]))).toBeNull()
  })
})
