// The finished Word document: layout of an official document, the text letter by letter, the same bytes again.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bulletinDocument, draftedText } from '../../src/core/reports/bulletin-text/bulletin-document.ts'
import { sampleInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { signatureIndents, textWidth, titleLines } from '../../src/word/official-layout.ts'
import { writeDocument } from '../../src/word/write-document.ts'
import { partsOf } from '../excel/workbook-parts.ts'

interface Read {
  readonly text: string
  readonly xml: string
}

async function read(input = sampleInput(), isFinal = true): Promise<Record<string, string>> {
  return partsOf(await writeDocument(bulletinDocument(input, isFinal)))
}

function paragraphs(parts: Record<string, string>): Read[] {
  return [...(parts['word/document.xml'] ?? '').matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => ({
    xml,
    text: [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  }))
}

function named(all: readonly Read[], start: string): string {
  const found = all.find(({ text }) => text.startsWith(start))
  if (found === undefined) throw new Error(`no paragraph ${start}`)
  return found.xml
}

let parts: Record<string, string>
let all: Read[]
beforeAll(async () => {
  parts = await read()
  all = paragraphs(parts)
})

describe('layout of GB/T 9704', () => {
  test('page and margins', () => {
    const document = parts['word/document.xml'] ?? ''
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  })

  test('the grid of the page is 28 characters by 22 lines', () => {
    // (11906 − 1587 − 1474) ÷ 20 = 442.25 points for 28 letters of 16 points; (16838 − 2098 − 1984) ÷ 22 = 579.8
    const grid = /<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="(-?\d+)"\/>/.exec(
      parts['word/document.xml'] ?? '',
    )
    const pitch = 16 + Number(grid?.[1]) / 4096
    expect(Math.floor(442.25 / pitch)).toBe(28)
    expect(28 * pitch).toBeCloseTo(442.25, 1)
    expect(Math.floor(12_756 / 579)).toBe(22)
  })

  test('whatever is typed into it later is set the same way', () => {
    const normal = /<w:style [^>]*w:styleId="Normal".*?<\/w:style>/s.exec(parts['word/styles.xml'] ?? '')?.[0]
    expect(normal).toContain('w:default="1"')
    expect(normal).toContain('w:eastAsia="仿宋_GB2312"')
    expect(normal).toContain('<w:spacing w:val="-6"/><w:sz w:val="32"/>')
    expect(normal).toContain('w:line="579" w:lineRule="exact"')
  })

  test.each([
    ['关于', '方正小标宋简体', 44, 700],
    ['各处室：', '仿宋_GB2312', 32, 579],
    ['一、总体情况', '黑体', 32, 579],
    ['（一）主要目标。', '楷体_GB2312', 32, 579],
    ['根据', '仿宋_GB2312', 32, 579],
  ])('%s is set in %s', (start, face, size, line) => {
    const xml = named(all, start)
    expect(xml).toContain(`w:eastAsia="${face}"`)
    expect(xml).toContain(`<w:sz w:val="${size}"/>`)
    expect(xml).toContain(`w:line="${line}" w:lineRule="exact"`)
  })

  test('paragraphs begin two characters in, the title is centred, the date four characters from the right', () => {
    expect(named(all, '根据')).toContain('w:firstLine="628" w:firstLineChars="200"')
    expect(named(all, '关于')).toContain('<w:jc w:val="center"/>')
    expect(named(all, '2020年7月2日')).toMatch(/w:right="1256"/)
  })

  test('the second level stands out only up to its full stop', () => {
    const faces = [...named(all, '（一）主要目标。').matchAll(/w:eastAsia="([^"]+)"/g)].map(
      ([, face]) => face,
    )
    expect(faces).toEqual(['楷体_GB2312', '仿宋_GB2312'])
  })

  test('page numbers stand outside, one character in, on odd and even pages', () => {
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders')
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
    expect(footers.map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right'])
    for (const [, xml] of footers) expect(xml).toMatch(/— .*PAGE.* —/s)
  })
})

describe('the text', () => {
  test('stands there letter by letter', () => {
    const written = all.map(({ text }) => text).filter((text) => text !== '')
    expect(written.join('')).toBe(draftedText(sampleInput()).replaceAll('\n', ''))
  })

  test('an edited text takes its place; what XML cannot hold is left out', async () => {
    const edited = await read(sampleInput({ editedText: '通报\n各处室：\n<b>改过\u0007</b> & =1+1' }))
    expect(paragraphs(edited).at(-1)?.text).toBe('&lt;b&gt;改过&lt;/b&gt; &amp; =1+1')
  })

  test('before freezing it is 征求意见稿 by name and title', async () => {
    expect(bulletinDocument(sampleInput(), false).fileName).toBe('2020年6月通报第6期（征求意见稿）.docx')
    const draft = paragraphs(await read(sampleInput(), false))
    expect(
      draft
        .slice(0, 2)
        .map(({ text }) => text)
        .join(''),
    ).toContain('（征求意见稿）')
    expect(bulletinDocument(sampleInput(), true).fileName).toBe('2020年6月通报第6期.docx')
  })
})

describe('the same text gives the same bytes', () => {
  test.each(['UTC', 'Asia/Shanghai', 'America/St_Johns'])('in another process in %s', async (zone) => {
    const here = createHash('sha256')
      .update(await writeDocument(bulletinDocument(sampleInput(), true)))
      .digest('hex')
    const there = execFileSync(process.execPath, [join(import.meta.dirname, 'print-document-hash.ts')], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    })
    expect(there).toBe(here)
  })
})

describe('measures', () => {
  test.each([
    ['关于工作要点的通报', ['关于工作要点的通报']],
    ['关于2020年全市科技工作要点1—6月推进情况的通报', ['关于2020年全市科技', '工作要点1—6月推进情况的通报']],
  ])('%s', (title, lines) => {
    expect(titleLines(title).join('')).toBe(title)
    expect(titleLines(title)).toHaveLength(lines.length)
    for (const line of titleLines(title)) expect(line).not.toMatch(/^[的，。》—]|[《—]$/)
  })

  test('a very long title still loses nothing', () => {
    const title = '关于推进创新型城市建设工作要点'.repeat(6)
    expect(titleLines(title).join('')).toBe(title)
    for (const line of titleLines(title)) expect(textWidth(line)).toBeLessThanOrEqual(22)
  })

  test('the unit stands centred over the date, a long one pushes the date in', () => {
    const [unit, date] = ['市科学技术局办公室', '2020年7月2日']
    const short = signatureIndents(unit, date)
    expect(short.date).toBe(1256)
    expect(short.unit + (textWidth(unit) * 314) / 2).toBeCloseTo(short.date + (textWidth(date) * 314) / 2)
    const long = signatureIndents('长'.repeat(24), date)
    expect(long.unit).toBe(0)
    expect(long.date).toBeGreaterThan(1256)
  })
})
