// 通报文字: the text of the issue, and beside it where each figure of the draft stands.
import { draftText } from '../bulletin-text/draft-text.ts'
import { plainText, textLines, untracedNumbers } from '../bulletin-text/text-lines.ts'
import { figureWords, type TextFigure } from '../bulletin-text/text-model.ts'
import { countCell, textCell } from '../report-cells.ts'
import type {
  CellRef,
  ReportBlock,
  ReportCell,
  ReportColumn,
  ReportRow,
  ReportSheet,
} from '../report-table.ts'
import { type BulletinContext, numberedNotes } from './bulletin-context.ts'

const FIGURE_COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.8, align: 'center' },
  { key: 'label', title: '数据', width: 26, align: 'left', wrap: true },
  { key: 'value', title: '数值', width: 16, align: 'center', wrap: true },
  { key: 'source', title: '出处', width: 26, align: 'left', wrap: true },
  { key: 'used', title: '正文', width: 6, align: 'center' },
]

const LINE_COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '段', width: 0, align: 'center' },
  { key: 'text', title: '内容', width: 0, align: 'left', wrap: true, gridSpan: 4 },
]

export function textSheet(context: BulletinContext): ReportSheet {
  const draft = draftText(context)
  const drafted = plainText(draft)
  const { editedText } = context.input
  const text = editedText ?? drafted
  const figures = draft.paragraphs.flatMap(({ sentences }) => sentences.flatMap((each) => each.figures))
  const untraced = editedText === null ? [] : untracedNumbers(editedText, drafted)
  return {
    ...context.frame('通报文字', '通报文字', ''),
    lead: { ...context.frame('', '', '').lead, right: editedText === null ? '自动拟稿' : '经办公室修改' },
    summary: null,
    blocks: [
      linesBlock(text),
      {
        title: '二、文中数据的出处',
        columns: FIGURE_COLUMNS,
        rows: unique(figures).map((figure, index) => figureRow(figure, index + 1, text)),
        emptyText: '文中没有取自各表的数据',
      },
    ],
    notes: numberedNotes([
      '数值一栏按出处实时取数；占比按最大余额法取一位小数，合计100.0%，个别与四舍五入相差0.1个百分点。',
      ...(untraced.length === 0
        ? []
        : [`修改后的文字中，下列数字在拟稿中没有，请核对出处：${untraced.join('、')}。`]),
    ]),
    isOnePage: false,
  }
}

function linesBlock(text: string): ReportBlock {
  return {
    title: '一、正文',
    columns: LINE_COLUMNS,
    rows: textLines(text).map((line, index) => ({
      cells: {
        no: countCell(index + 1),
        text: {
          ...textCell(line.text),
          ...(line.kind === 'title' || line.kind === 'heading' ? { isBold: true } : {}),
          ...(line.kind === 'title' ? { align: 'center' as const } : {}),
          ...(line.kind === 'signature' || line.kind === 'date' ? { align: 'right' as const } : {}),
        },
      },
    })),
    emptyText: '没有文字',
  }
}

/** A figure that several sentences use stands once. */
function unique(figures: readonly TextFigure[]): TextFigure[] {
  const seen = new Map<string, TextFigure>()
  for (const figure of figures) {
    const key = `${figure.label} ${figureWords(figure)}`
    if (!seen.has(key)) seen.set(key, figure)
  }
  return [...seen.values()]
}

function figureRow(figure: TextFigure, no: number, text: string): ReportRow {
  const words = figureWords(figure)
  return {
    cells: {
      no: countCell(no),
      label: textCell(figure.label),
      value: valueCell(figure),
      source: textCell(figure.refs.map(sourceWords).join('；')),
      used: textCell(text.includes(words) ? '已用' : '未用'),
    },
  }
}

function valueCell({ value, shape, formula, refs }: TextFigure): ReportCell {
  return {
    value,
    ...(shape === undefined ? {} : { shape }),
    ...(formula === undefined ? {} : { formula, refs }),
  }
}

const COLUMN_WORDS: Readonly<Record<string, string>> = {
  actual: '本年累计',
  completion: '完成率',
  pace: '完成序时',
  share: '应完成比例',
  stretch: '力争',
  light: '状态',
  state: '报送状态',
  status: '推进情况',
  onTime: '是否按时',
  fillRate: '填实率',
  change: '变化',
  needed: '追赶要求',
  total: '合计',
  blue: '完成',
  green: '正常',
  yellow: '滞后',
  red: '严重',
  grey: '其他',
}

/** 总览“完成率”栏 */
function sourceWords({ sheet, column }: CellRef): string {
  return `${sheet}“${COLUMN_WORDS[column] ?? column}”栏`
}
