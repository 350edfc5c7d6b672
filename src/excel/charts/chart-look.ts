// Fills, lines and letters of a chart, in DrawingML. Chosen so that a black-and-white copy still tells the bars
// apart: dark, hatched, pale and hollow, not only red, amber and green.
import type { Light } from '../../core/measuring/status.ts'
import { escapeXml } from './xml-text.ts'

const FACE = '仿宋_GB2312'
const TITLE_FACE = '黑体'
const INK = '262626'
/** the line at 100 % */
const BOLD_LINE = '000000'
const THIN_LINE = 'D9D9D9'
/** EMU in a point */
const EMU = 12_700

const LIGHT_FILLS: Readonly<Record<Light, string>> = {
  red: solid('A61C1C'),
  yellow: hatched('B27A00', 'FFF4D6'),
  green: solid('A9CFA9'),
  blue: solid('1F4E79'),
  grey: solid('FFFFFF'),
}
const OUTLINE = line(0.75, '404040')

/** Bars of one series; `plan` is hollow. */
export function barLook(tone: 'actual' | 'plan'): string {
  return shape(tone === 'actual' ? solid('44719F') : solid('FFFFFF'), OUTLINE)
}

export function lightLook(light: Light): string {
  return shape(LIGHT_FILLS[light], OUTLINE)
}

/** The plan is dashed. */
export function lineLook(tone: 'actual' | 'plan'): string {
  return shape(
    '',
    line(tone === 'actual' ? 2.25 : 1.5, tone === 'actual' ? '1F4E79' : '595959', tone === 'plan'),
  )
}

export function gridLook(isBold: boolean): string {
  return shape('', isBold ? line(1.5, BOLD_LINE, true) : line(0.5, THIN_LINE))
}

export const AXIS_LOOK = shape('', line(0.75, '7F7F7F'))
/** No frame of its own and a white ground: the sheet's grid does not show through. */
export const CHART_LOOK = shape(solid('FFFFFF'), line(0.75, '7F7F7F'))

/** Letters of `size` points for an axis, the labels or the whole chart. */
export function letters(size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runLook('defRPr', size, FACE)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
}

/** A chart's title. */
export function titleText(text: string): string {
  const run = `<a:r>${runLook('rPr', 11, TITLE_FACE)}<a:t>${escapeXml(text)}</a:t></a:r>`
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runLook('defRPr', 11, TITLE_FACE)}</a:pPr>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
}

function runLook(element: 'rPr' | 'defRPr', size: number, face: string): string {
  const language = element === 'rPr' ? ' lang="zh-CN"' : ''
  return `<a:${element}${language} sz="${Math.round(size * 100)}" b="0">${solid(INK)}<a:latin typeface="${face}"/><a:ea typeface="${face}"/></a:${element}>`
}

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
}

function hatched(front: string, back: string): string {
  return `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${front}"/></a:fgClr><a:bgClr><a:srgbClr val="${back}"/></a:bgClr></a:pattFill>`
}

/** `points` wide */
function line(points: number, colour: string, isDashed = false): string {
  return `<a:ln w="${Math.round(points * EMU)}">${solid(colour)}${isDashed ? '<a:prstDash val="dash"/>' : ''}</a:ln>`
}

function shape(fill: string, outline: string): string {
  return `<c:spPr>${fill}${outline}</c:spPr>`
}
