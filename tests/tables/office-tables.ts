// Tables as offices lay them out, typed by openpyxl and saved again by LibreOffice: headings of two merged rows, titles,
// the unit in a heading, months as columns, totals, hidden rows and columns, several sheets in one file.
import { askOpenpyxl, savedByLibreOffice } from '../excel/second-readers.ts'

const SCRIPT = `
import base64, io, json, openpyxl
from openpyxl.styles import Font
def sheet(book, name, rows, merges=()):
    made = book.create_sheet(name)
    for row in rows: made.append(row)
    for area in merges: made.merge_cells(area)
    return made
def book():
    made = openpyxl.Workbook()
    made.remove(made.active)
    return made
A, B, C = '新建市级以上企业研发机构', '新建市级企业工程技术研究中心', '重大科技成果转化项目'
books = {}

two = book()
sheet(two, '进展', [
    ['附件2'],
    ['科研处2020年7月份工作进展情况表'],
    ['序号', '考核指标', None, '年度目标', None, '完成情况', None, '备注'],
    [None, '名称', '计量单位', '确保', '力争', '7月', '1-7月累计', None],
    [1, A, '家', 30, None, 3, 20, '含2家预审'],
    [2, B, '个', 30, None, '２', None, None],
    ['合计', None, None, 60, None, 5, None, None],
], ['A1:H1', 'A2:H2', 'A3:A4', 'B3:C3', 'D3:E3', 'F3:G3', 'H3:H4'])
books['two heading rows'] = two

unit = book()
sheet(unit, '表1', [
    ['填报单位：科研处', None, '2020年7月30日'],
    ['指标名称', '本月完成（项）', '备注'],
    [C, 2, '按合同核定'],
    ['小计', 2, None],
])
books['unit in the heading'] = unit

months = book()
made = sheet(months, '全年', [
    ['指标', '单位'] + ['%d月' % at for at in range(1, 13)] + ['合计'],
    [A, '家'] + [1, 2, 3, 4, 5, 2, 3] + [None] * 5 + [20],
    [B, '个'] + [1, 2, 3, 4, 5, 2, 4] + [None] * 5 + [21],
])
made.row_dimensions[3].hidden = True
made.column_dimensions['C'].hidden = True
made.freeze_panes = 'C2'
made.auto_filter.ref = 'A1:O3'
books['months as columns, a hidden row'] = months

several = book()
sheet(several, '封面', [['2020年7月份工作进展'], ['科研处']])
sheet(several, '6月', [['2020年6月'], ['事项', '本月数'], [A, 1]])
sheet(several, '7月', [['2020年7月'], ['事项', '本月数', '工作进展'], [A, 3, None], [B, 4, None], ['合计', 7, None]])
several.create_sheet('备用').sheet_state = 'hidden'
books['several sheets'] = several

out = {}
for name, made in books.items():
    stream = io.BytesIO()
    made.save(stream)
    out[name] = base64.b64encode(stream.getvalue()).decode()
print(json.dumps(out))
`

export interface OfficeTable {
  readonly layout: string
  readonly madeBy: 'openpyxl' | 'LibreOffice'
  readonly bytes: Uint8Array
}

/** Each layout twice: as openpyxl writes it, and as LibreOffice saves that. */
export function officeTables(): OfficeTable[] {
  const typed = Object.entries(askOpenpyxl<Record<string, string>>(SCRIPT, [])).map(
    ([layout, base64]): OfficeTable => ({ layout, madeBy: 'openpyxl', bytes: Buffer.from(base64, 'base64') }),
  )
  const saved = savedByLibreOffice(typed.map(({ bytes }) => bytes))
  return [
    ...typed,
    ...typed.map(
      ({ layout }, at): OfficeTable => ({
        layout,
        madeBy: 'LibreOffice',
        bytes: saved[at] ?? new Uint8Array(),
      }),
    ),
  ]
}
