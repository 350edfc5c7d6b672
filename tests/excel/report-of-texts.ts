import type { Report } from '../../src/core/reports/report-table.ts'

/** A report of one sheet whose table holds the given texts, one to a row; the first stands in FIRST_TEXT. */
export function reportOfTexts(texts: readonly string[]): Report {
  return {
    title: '文字',
    fileName: '文字.xlsx',
    madeAt: '2020-07-02T02:00:00.000Z',
    author: '李强',
    sheets: [
      {
        name: '文字',
        title: '文字',
        lead: { left: '左', middle: '中', right: '右' },
        summary: null,
        blocks: [
          {
            title: null,
            columns: [
              { key: 'a', title: '甲', width: 4, align: 'left', wrap: true },
              { key: 'b', title: '乙', width: 4, align: 'left' },
              { key: 'c', title: '丙', width: 4, align: 'left' },
            ],
            rows: texts.map((text) => ({ cells: { a: { value: text } } })),
            emptyText: '无',
          },
        ],
        notes: [],
        signOff: ['填报人：', '审核人：', '负责人：'],
        paper: 'A4',
        isOnePage: false,
      },
    ],
  }
}

/** Row of the first text: title, lead and headings stand above it. */
export const FIRST_TEXT_ROW = 4
