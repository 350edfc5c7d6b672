// The look of a bureau's printed table. Style objects are made once and shared: ExcelJS recognises a style it
// has met by identity only, and a book of styles made cell by cell takes twice the time.
import type { Alignment, Border, Fill, Font, Style } from 'exceljs'
import type { Light } from '../core/measuring/status.ts'
import type { HorizontalAlign, NumberShape } from '../core/reports/report-table.ts'

/** 小标宋 · 黑体 · 仿宋; the family and the GB2312 charset let a PC without them choose a Chinese font. */
const TITLE_FACE = { name: '方正小标宋简体', family: 1, charset: 134 } as const
const HEADING_FACE = { name: '黑体', family: 3, charset: 134 } as const
const BODY_FACE = { name: '仿宋_GB2312', family: 3, charset: 134 } as const

/** What an indented cell loses of its width, in full-width characters of the body font. */
export const INDENT_WIDTH = 0.7

/** points */
export const TITLE_SIZE = 22
export const BODY_SIZE = 11

export type Role = 'title' | 'lead' | 'caption' | 'summary' | 'heading' | 'body' | 'total' | 'note' | 'record'

const FONTS: Readonly<Record<Role, Partial<Font>>> = {
  title: { ...TITLE_FACE, size: TITLE_SIZE },
  lead: { ...BODY_FACE, size: BODY_SIZE },
  caption: { ...HEADING_FACE, size: 12 },
  summary: { ...BODY_FACE, size: 12 },
  heading: { ...HEADING_FACE, size: BODY_SIZE },
  body: { ...BODY_FACE, size: BODY_SIZE },
  total: { ...HEADING_FACE, size: BODY_SIZE },
  note: { ...BODY_FACE, size: 10 },
  record: { ...BODY_FACE, size: BODY_SIZE },
}

const LINE: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } }
const FRAME = { top: LINE, left: LINE, bottom: LINE, right: LINE }
const FRAMED: ReadonlySet<Role> = new Set(['heading', 'body', 'total'])

/** Restrained: dark enough to read in grey, and only what asks for attention has a ground. */
const LIGHT_INK: Readonly<Record<Light, string>> = {
  blue: 'FF1F4E79',
  green: 'FF2E6B34',
  yellow: 'FF7F5200',
  red: 'FFA61C1C',
  grey: 'FF595959',
}
const LIGHT_GROUND: Partial<Record<Light, string>> = { yellow: 'FFFFF4D6', red: 'FFFBE3E0' }
const HEADING_GROUND = 'FFF2F2F2'
const TOTAL_GROUND = 'FFFAFAFA'

export const BAR_COLOUR = 'FF9DC3E6'

/** Shown as any text is; the re-packing finds the cells that must stay text by it (see repack-workbook.ts). */
export const QUOTED_TEXT_FORMAT = 'General;General;General;@'

export interface StyleWish {
  readonly role: Role
  readonly align: HorizontalAlign
  readonly isWrapped?: boolean
  readonly isBold?: boolean
  /** stands at the top of its cell, not in the middle */
  readonly isTop?: boolean
  readonly light?: Light | undefined
  readonly shape?: NumberShape | undefined
  /** text that would become a formula when edited */
  readonly isQuoted?: boolean
}

/** Ink and ground of a light that comes and goes with its mark (see conditional-formats.ts). */
export function lightStyle(light: Light): Partial<Style> {
  const ground = LIGHT_GROUND[light]
  return {
    font: { color: { argb: LIGHT_INK[light] } },
    // In a conditional format the ground of a solid fill is its background colour.
    ...(ground === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: ground } } }),
  }
}

/** 0.0% · 0.00 · "≤"0 · 0" ▲" */
export function numberFormat({ decimals, isPercent, prefix, suffix }: NumberShape): string {
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  return `${literal(prefix)}${digits}${isPercent ? '%' : ''}${literal(suffix)}`
}

function literal(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `"${text.replace(/"/g, '')}"`
}

/** The styles of one workbook: equal wishes get the same frozen object. */
export class StyleBook {
  /** by a number that packs the wish, one map for each prefix and suffix: putting texts together took a tenth of the writing */
  readonly #styles = new Map<string, Map<number, Partial<Style>>>()

  get(wish: StyleWish): Partial<Style> {
    const { prefix = '', suffix = '' } = wish.shape ?? NO_SHAPE
    const words = suffix === '' ? prefix : `${prefix}\n${suffix}`
    let styles = this.#styles.get(words)
    if (styles === undefined) {
      styles = new Map()
      this.#styles.set(words, styles)
    }
    const key = keyOf(wish)
    let style = styles.get(key)
    if (style === undefined) {
      style = frozen(makeStyle(wish))
      styles.set(key, style)
    }
    return style
  }
}

const NO_SHAPE: Partial<NumberShape> = {}

const ROLE_NUMBERS: Readonly<Record<Role, number>> = {
  title: 0,
  lead: 1,
  caption: 2,
  summary: 3,
  heading: 4,
  body: 5,
  total: 6,
  note: 7,
  record: 8,
}
const ALIGN_NUMBERS: Readonly<Record<HorizontalAlign, number>> = { left: 0, center: 1, right: 2 }
const LIGHT_NUMBERS: Readonly<Record<Light, number>> = { blue: 1, green: 2, yellow: 3, red: 4, grey: 5 }

/** Everything of a wish but its words, packed: 16 roles, 4 places, 4 flags, 8 lights, percent, decimals. */
function keyOf({ role, align, isWrapped, isBold, isTop, light, shape, isQuoted }: StyleWish): number {
  const flags = (isWrapped ? 1 : 0) + (isBold ? 2 : 0) + (isTop ? 4 : 0) + (isQuoted ? 8 : 0)
  const display = shape === undefined ? 0 : (shape.decimals + 1) * 2 + (shape.isPercent ? 1 : 0)
  const lamp = light === undefined ? 0 : LIGHT_NUMBERS[light]
  return ROLE_NUMBERS[role] + ALIGN_NUMBERS[align] * 16 + flags * 64 + lamp * 1024 + display * 8192
}

function makeStyle({
  role,
  align,
  isWrapped,
  isBold,
  isTop,
  light,
  shape,
  isQuoted,
}: StyleWish): Partial<Style> {
  const format = shape === undefined ? '' : numberFormat(shape)
  const ground = groundOf(role, light)
  return {
    font: {
      ...FONTS[role],
      ...(isBold ? { bold: true } : {}),
      ...(light === undefined ? {} : { color: { argb: LIGHT_INK[light] } }),
    },
    alignment: { ...alignmentOf(role, align, isWrapped ?? false), vertical: isTop ? 'top' : 'middle' },
    ...(FRAMED.has(role) ? { border: FRAME } : {}),
    ...(ground === undefined ? {} : { fill: solid(ground) }),
    ...(format !== '' ? { numFmt: format } : isQuoted ? { numFmt: QUOTED_TEXT_FORMAT } : {}),
  }
}

function groundOf(role: Role, light: Light | undefined): string | undefined {
  if (role === 'heading') return HEADING_GROUND
  return (
    (light === undefined ? undefined : LIGHT_GROUND[light]) ?? (role === 'total' ? TOTAL_GROUND : undefined)
  )
}

/** What does not wrap shrinks: a figure too wide for its column would print as ####. */
function alignmentOf(role: Role, horizontal: HorizontalAlign, isWrapped: boolean): Partial<Alignment> {
  return {
    horizontal,
    ...(isWrapped ? { wrapText: true } : { shrinkToFit: true }),
    ...(FRAMED.has(role) && horizontal === 'left' ? { indent: 1 } : {}),
  }
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

function frozen<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part)
  return Object.freeze(value)
}
