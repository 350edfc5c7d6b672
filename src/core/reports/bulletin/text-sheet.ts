// 通报文字: the text of the issue, and below it for each sentence of the draft where its figures stand.
import { draftText } from '../bulletin-text/draft-text.ts'
import { sourcesOf, sourceWords } from '../bulletin-text/figure-sources.ts'
import { plainText, textLines, untracedNumbers } from '../bulletin-text/text-lines.ts'
import { type BulletinText, figureWords, type TextFigure } from '../bulletin-text/text-model.ts'
import { countCell, textCell } from '../report-cells.ts'
import type { ReportBlock, ReportCell, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { type BulletinContext, numberedNotes } from './bulletin-context.ts'

const FIGURE_COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '段', width: 3.2, align: 'center' },
  { key: 'sentence', title: '拟稿文字', width: 20, align: 'left', wrap: true },
  { key: 'label', title: '数据', width: 16, align: 'left', wrap: true },
  { key: 'value', title: '数值', width: 11, align: 'center', wrap: true },
  { key: 'source', title: '出处（工作表、栏和单元格）', width: 29, align: 'left', wrap: true },
  { key: 'used', title: '正文', width: 9, align: 'center' },
]

const LINE_COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '段', width: 0, align: 'center' },
  { key: 'text', title: '内容', width: 0, align: 'left', wrap: true, gridSpan: 5 },
]

export function textSheet(context: BulletinContext): ReportSheet {
  const draft = draftText(context)
  const drafted = plainText(draft)
  const { editedText } = context.input
  const text = editedText ?? drafted
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
        rows: figureRows(draft, text),
        emptyText: '文中没有取自各表的数据',
      },
    ],
    notes: numberedNotes([
      '数值一栏按出处实时取数，点开可查公式；正文一栏指该数在正文里有没有；占比按最大余额法取一位小数，合计100.0%，个别与四舍五入相差0.1个百分点。',
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

/** Each sentence of the draft that has figures, and its figures one below the other beside it. */
function figureRows(draft: BulletinText, text: string): ReportRow[] {
  return draft.paragraphs.flatMap(({ sentences }, paragraph) =>
    sentences.flatMap((sentence, at) =>
      sentence.figures.map((figure) => ({
        cells: {
          // Title and addressee stand above the first paragraph.
          no: { ...countCell(paragraph + 3), mergeKey: `${paragraph}/${at}` },
          sentence: { ...textCell(sentence.text), mergeKey: `${paragraph}/${at}` },
          label: textCell(figure.label),
          value: valueCell(figure),
          source: {
            ...textCell(sourcesOf(figure)),
            places: figure.refs.map((cell) => ({ words: sourceWords(cell), cell })),
          },
          used: textCell(text.includes(figureWords(figure)) ? '已用' : '未用'),
        },
      })),
    ),
  )
}

function valueCell({ value, shape, formula, refs }: TextFigure): ReportCell {
  return {
    value,
    ...(shape === undefined ? {} : { shape }),
    ...(formula === undefined ? {} : { formula, refs }),
  }
}
