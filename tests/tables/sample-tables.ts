// Tables as bureaus type them: titles above, headings of two rows, merged programmes, subtotals, notes, and mistakes.
import { writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'

export type Row = readonly (
  | string
  | number
  | Date
  | null
  | { readonly formula: string; readonly result: number }
)[]

export interface SampleSheet {
  readonly name: string
  readonly rows: readonly Row[]
  readonly merges?: readonly string[]
  /** column letter → number format */
  readonly formats?: Readonly<Record<string, string>>
}

export async function writeTable(file: string, ...sheets: readonly SampleSheet[]): Promise<string> {
  const book = new ExcelJS.Workbook()
  for (const { name, rows, merges = [], formats = {} } of sheets) {
    const sheet = book.addWorksheet(name)
    for (const row of rows) sheet.addRow([...row])
    for (const range of merges) sheet.mergeCells(range)
    for (const [letter, format] of Object.entries(formats)) sheet.getColumn(letter).numFmt = format
  }
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()))
  return file
}

const sum = (formula: string, result: number) => ({ formula, result })

/** 科研处, July 2020, on top of the example's half year; seven things in it are wrong in seven ways. */
export const KEYAN_JULY: SampleSheet = {
  name: '7月进展',
  rows: [
    ['2020年全市科技工作要点7月份进展情况表'],
    ['填报单位：科研处', null, null, null, null, null, null, null, null, null, '2020年7月30日'],
    [
      '序号',
      '重点行动',
      '指标（事项）',
      '计量单位',
      '年度目标',
      null,
      '完成情况',
      null,
      null,
      '工作情况',
      '备注',
    ],
    [null, null, null, null, '确保', '力争', '7月', '1-7月累计', '完成率', null, null],
    [
      1,
      '企业研发促进行动',
      '1.新建市级以上企业研发机构（家）',
      '家',
      30,
      null,
      3,
      sum('17+G5', 20),
      sum('H5/E5', 0.667),
      null,
      '含2家预审',
    ],
    [2, null, '2.新建市级企业工程技术研究中心', '个', '≥30', null, '约2个', 15, 0.5, null, null],
    ['小计', null, null, null, 60, null, 5, 35, null, null, null],
    [3, '科技服务品牌打造行动', '重大科技成果转化项目', '项', 10, null, '２项', 6, 0.6, null, null],
    [4, null, '技术合同登记额', '万元', null, 400_000, 35_000, 215_000, 0.54, null, null],
    [5, null, '技术合同登记额占GDP比重', '%', 0.45, null, null, '尚未统计', null, null, null],
    [
      6,
      '重点举措',
      '（一）高水平推进企业研发机构建设',
      null,
      null,
      null,
      null,
      null,
      null,
      '已新建3家，正在组织第二批申报',
      null,
    ],
    [7, null, '完善企业创新激励政策', null, null, null, null, null, null, '办法已报审', null],
    [8, null, '新增国家高新技术企业', '家', 100, null, 5, 27, 0.27, null, null],
    [9, null, '争取上级专项资金', '万元', 500, null, 20, 120, 0.24, null, null],
    ['合计', null, null, null, null, null, 30, null, null, null, null],
    ['注：统计截至7月30日。'],
  ],
  merges: [
    'A1:K1',
    'A3:A4',
    'B3:B4',
    'C3:C4',
    'D3:D4',
    'E3:F3',
    'G3:I3',
    'J3:J4',
    'K3:K4',
    'B5:B6',
    'B8:B10',
    'B11:B14',
  ],
  formats: { I: '0.0%' },
}

/** A plan for 2021: what goes on, what is new, what is unclear. */
export const PLAN_2021: SampleSheet = {
  name: '任务分解',
  rows: [
    ['附件1'],
    ['2021年全市科技工作要点任务分解表'],
    [
      '序号',
      '重点行动',
      '工作任务',
      '计量单位',
      '年度目标',
      '基数',
      '牵头处室',
      '配合单位',
      '完成时限',
      '备注',
    ],
    [
      1,
      '一、主要目标',
      '新增国家高新技术企业',
      '家',
      '≥120家',
      null,
      '高新处',
      '各县区、园区',
      '12月底',
      null,
    ],
    [
      2,
      null,
      '高新技术产业产值占规模以上工业总产值比重',
      '%',
      '确保24%、力争26%',
      23.3,
      '高新处',
      null,
      '12月底',
      null,
    ],
    [
      3,
      '二、企业研发促进行动',
      '建设企业研发机构培育库',
      null,
      null,
      null,
      '科研处',
      '高新处、区域处',
      '6月底',
      null,
    ],
    [4, null, '省级以上科技创新平台', '家', '由17家发展到23家', null, '科研处', null, '年底', null],
    [5, null, '开展研发统计培训', null, '4场以上', null, '科研处、办公室', null, '三季度末', null],
    ['小计', null, null, null, null, null, null, null, null, null],
    [
      6,
      '三、科技金融体系完善行动',
      '“苏科贷”贷款总额',
      '亿元',
      '力争1.5亿元',
      null,
      '高新处',
      '市财政局',
      null,
      null,
    ],
    [7, null, '探索知识产权质押', null, '出台办法', null, '法规处', null, '尽快', '上年结转'],
    [8, '四、保障措施', '加强组织领导', null, null, null, '办公室', null, null, null],
  ],
  merges: ['A2:J2', 'B4:B5', 'B6:B8', 'B10:B11'],
}
