// 通报文字: the text of the issue, and below it for each sentence of the draft where its figures stand.
import { draftText } from '../bulletin-text/draft-text.ts'
import { sourcesOf, sourceWords } from '../bulletin-text/figure-sources.ts'
import { plainText, textLines } from '../bulletin-text/text-lines.ts'
import type { BulletinText, TextFigure, TextSentence } from '../bulletin-text/text-model.ts'
import {
  type NumbersToCheck,
  numbersToCheck,
  type TracedPiece,
  tracedLines,
} from '../bulletin-text/traced-text.ts'
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
  const { editedText } = context.input
  const text = editedText ?? plainText(draft)
  const lines = tracedLines(text, draft)
  return {
    ...context.frame('通报文字', '通报文字', ''),
    lead: { ...context.frame('', '', '').lead, right: editedText === null ? '自动拟稿' : '经办公室修改' },
    summary: null,
    blocks: [
      linesBlock(text),
      {
        title: '二、文中数据的出处',
        columns: FIGURE_COLUMNS,
        rows: figureRows(draft, lines),
        emptyText: '文中没有取自各表的数据',
      },
    ],
    notes: numberedNotes([
      '数值一栏按出处实时取数，点开可查公式；占比按最大余额法取一位小数，合计100.0%，个别与四舍五入相差0.1个百分点。',
      '正文一栏：已用＝拟稿的原句还在；待核对＝改写的句中有相同的数，须核对说的是不是它；未用＝正文没有这个数。',
      ...(editedText === null ? [] : checkNotes(numbersToCheck(lines))),
    ]),
    isOnePage: false,
  }
}

/** What nobody can vouch for in the office's own words. */
function checkNotes({ unknown, elsewhere, writtenOut }: NumbersToCheck): string[] {
  const note = (words: string, numbers: readonly string[]) =>
    numbers.length === 0 ? [] : [`${words}：${numbers.join('、')}。`]
  return [
    ...note('修改后的文字中，下列数字在各表里没有，请核对出处', unknown),
    ...note('下列数字在表里有相同的，但句中没有提到那一项，请核对', elsewhere),
    ...note('下列用汉字写的数没有核对，请自行核对', writtenOut),
  ]
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
function figureRows(draft: BulletinText, lines: readonly (readonly TracedPiece[])[]): ReportRow[] {
  const used = usedFigures(lines)
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
          used: textCell(used(sentence, figure)),
        },
      })),
    ),
  )
}

/** What became of a figure of the draft in the text that counts. */
function usedFigures(
  lines: readonly (readonly TracedPiece[])[],
): (sentence: TextSentence, figure: TextFigure) => string {
  const text = lines.map((pieces) => pieces.map((piece) => piece.text).join('')).join('\n')
  const guessed = new Set(
    lines
      .flat()
      .flatMap(({ figures, certainty }) =>
        certainty === 'named' || certainty === 'elsewhere' ? figures.map(({ label }) => label) : [],
      ),
  )
  return (sentence, { label }) =>
    text.includes(sentence.text) ? '已用' : guessed.has(label) ? '待核对' : '未用'
}

function valueCell({ value, shape, formula, refs }: TextFigure): ReportCell {
  return {
    value,
    ...(shape === undefined ? {} : { shape }),
    ...(formula === undefined ? {} : { formula, refs }),
  }
}
