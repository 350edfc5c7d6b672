// The part of the contract's story about fill-in forms: files that come in, through every host's own reader process.
import { createHash } from 'node:crypto'
import { numberCell, row, textCell, withRows } from '../forms/workbook-maker.ts'

const month = '2020-06'

/** What is left of a form when somebody has copied its table into a workbook of their own. */
const copied = withRows(
  row(1, textCell('A1', '填报单位：科研处') + textCell('B1', '2020年6月')) +
    row(
      3,
      ['序号', '指标', '本月数', '本月状态'].map((title, at) => textCell(`${'ABCD'[at]}3`, title)).join(''),
    ) +
    row(4, numberCell('A4', '2') + textCell('B4', '重大科技成果转化项目') + textCell('C4', '２项')) +
    row(5, numberCell('A5', '1') + textCell('B5', '新建市级以上企业研发机构') + textCell('C5', '约30%')),
)
const file = copied.toString('base64')
const fileHash = createHash('sha256').update(copied).digest('hex')
const accepted = [{ sheet: '表一', cell: 'C4', basis: null }]
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** The clerk of 科研处 acts. */
export const formSteps: readonly (readonly [what: string, name: string, input: unknown, expected: string])[] =
  [
    ['a fill-in form', 'form.export', { department: 'keyan', month }, 'ok'],
    ['another department’s form', 'form.export', { department: 'gaoxin', month }, 'not-permitted'],
    ['a form without a file', 'form.preview', {}, 'workbook-not-opened'],
    ['a web page for a form', 'form.preview', { file: base64('<html></html>') }, 'workbook-not-xlsx'],
    [
      'the old format for a form',
      'form.preview',
      { file: base64('not even base64 \0') },
      'workbook-not-xlsx',
    ],
    [
      'a workbook that is no form',
      'form.preview',
      { file: withRows('').toString('base64') },
      'form-not-found',
    ],
    ['a form of another month', 'form.preview', { file, month: '2020-05' }, 'form-elsewhere'],
    ['a form', 'form.preview', { file, department: 'keyan', month }, 'ok'],
    [
      'a form that was changed meanwhile',
      'form.apply',
      { file, fileHash: 'x', accepted },
      'form-file-changed',
    ],
    [
      'a change nobody proposed',
      'form.apply',
      { file, fileHash, accepted: [{ sheet: '表一', cell: 'C5', basis: null }] },
      'form-changes-moved',
    ],
    ['no change at all', 'form.apply', { file, fileHash, accepted: [] }, 'ok'],
    ['an accepted change', 'form.apply', { file, fileHash, accepted }, 'ok'],
    ['the same again', 'form.preview', { file }, 'ok'],
    ['the same change again', 'form.apply', { file, fileHash, accepted }, 'form-changes-moved'],
  ]
