// Reads XML as it comes, without building a tree. Only what a workbook needs: elements, attributes, text. A document
// type declaration is refused, so there is nothing to expand and nothing to fetch.
import { LIMITS } from './reading-limits.ts'
import { damaged, overLimit, suspicious } from './unreadable-workbook.ts'

/**
 * Called for every element, by its name without the document's own prefix. One of another prefix keeps it: programs that
 * do not know such an element pass over it, so what stands there is nothing that people see.
 */
export interface XmlHandler {
  open(name: string, attributes: string): void
  close(name: string): void
  /** decoded; one text may come in several pieces */
  text(text: string): void
  /**
   * Asked at every `<`: the position behind elements that the handler has dealt with by itself, all of them whole, or
   * `at` where there are none. Spreadsheets write millions of empty cells; this way they cost next to nothing.
   */
  passOver?(text: string, at: number): number
}

const QUOTE = 34
const APOSTROPHE = 39
const GREATER = 62
const LESS = 60
const BLANK = /[\s/]/
const NAME = /^[\p{L}_][\p{L}\p{N}._-]*(?::[\p{L}_][\p{L}\p{N}._-]*)?$/u

export class XmlScanner {
  readonly #handler: XmlHandler
  readonly #open: string[] = []
  /** names met before: few and checked once */
  readonly #names = new Map<string, string>()
  /** "x:" where the root is written so; all that belongs to the document shares it */
  #prefix: string | null = null
  #rest = ''
  #hasRoot = false

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  write(chunk: string): void {
    const text = this.#rest === '' ? chunk : this.#rest + chunk
    let at = 0
    while (at < text.length) {
      const isMarkup = text.charCodeAt(at) === LESS
      const passed = isMarkup ? (this.#handler.passOver?.(text, at) ?? at) : at
      if (passed > at) {
        at = passed
        continue
      }
      const next = isMarkup ? this.#markup(text, at) : this.#characters(text, at)
      if (next === -1) break
      at = next
    }
    this.#rest = text.slice(at)
    if (this.#rest.length > LIMITS.tokenCharacters) throw overLimit('单个内容太长')
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#open.length > 0 || !this.#hasRoot) throw damaged('内容不完整')
  }

  #characters(text: string, at: number): number {
    const end = text.indexOf('<', at)
    if (end === -1) return -1
    this.#say(decodeText(text.slice(at, end)))
    return end
  }

  #say(text: string): void {
    if (this.#open.length > 0) this.#handler.text(text)
    else if (/[^\s\ufeff]/.test(text)) throw damaged('内容之外有文字')
  }

  /** Position behind the markup that begins at `at`; -1 when it is not all there yet. */
  #markup(text: string, at: number): number {
    const mark = text[at + 1]
    if (mark === undefined) return -1
    if (mark === '!') return this.#declaration(text, at)
    if (mark === '?') {
      const end = text.indexOf('?>', at + 2)
      if (end !== -1) checkInstruction(text.slice(at + 2, end))
      return end === -1 ? -1 : end + 2
    }
    const end = tagEnd(text, at + 1)
    if (end === -1) return -1
    if (mark === '/') this.#close(text.slice(at + 2, end).trimEnd())
    else this.#tag(text.slice(at + 1, end))
    return end + 1
  }

  #declaration(text: string, at: number): number {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4)
      return end === -1 ? -1 : end + 3
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9)
      if (end !== -1) this.#say(text.slice(at + 9, end))
      return end === -1 ? -1 : end + 3
    }
    if (text.length - at < 9 && ('<!--'.startsWith(text.slice(at)) || '<![CDATA['.startsWith(text.slice(at))))
      return -1
    throw suspicious('含有文档类型声明（DTD）')
  }

  #tag(tag: string): void {
    const isEmpty = tag.endsWith('/')
    const blank = this.#names.has(tag) ? -1 : tag.search(BLANK)
    const full = blank === -1 ? tag : tag.slice(0, blank)
    const name = this.#localName(full)
    if (this.#open.length === 0 && this.#hasRoot) throw damaged('有两个根')
    if (this.#open.length >= LIMITS.depth) throw suspicious('层次太深')
    this.#hasRoot = true
    this.#handler.open(name, blank === -1 ? '' : tag.slice(blank, isEmpty ? -1 : undefined))
    if (isEmpty) this.#handler.close(name)
    else this.#open.push(full)
  }

  #close(full: string): void {
    if (this.#open.pop() !== full) throw damaged('标记不配对')
    this.#handler.close(this.#localName(full))
  }

  #own(full: string): string {
    const colon = full.indexOf(':') + 1
    this.#prefix ??= full.slice(0, colon)
    return full.slice(0, colon) === this.#prefix ? full.slice(colon) : full
  }

  #localName(full: string): string {
    const known = this.#names.get(full)
    if (known !== undefined) return known
    if (!NAME.test(full)) throw damaged('标记的名称不对')
    const local = this.#own(full)
    if (this.#names.size > 10_000) throw suspicious('标记的种类太多')
    this.#names.set(full, local)
    return local
  }
}

/** The closing bracket, passing over brackets inside quotes. */
function tagEnd(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at += 1) {
    if (quote !== 0) {
      at = text.indexOf(quote === QUOTE ? '"' : "'", at)
      if (at === -1) return -1
      quote = 0
      continue
    }
    const code = text.charCodeAt(at)
    if (code === QUOTE || code === APOSTROPHE) quote = code
    else if (code === GREATER) return at
    else if (code === LESS) throw damaged('标记没有结束')
  }
  return -1
}

function checkInstruction(instruction: string): void {
  const encoding = /^xml\s[^?]*encoding\s*=\s*["']([^"']*)["']/.exec(instruction)?.[1]
  if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) throw suspicious('文字编码不是 UTF-8')
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Replaces the five entities that XML has of itself, and character numbers. */
function decodeText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]{0,12};)?/g, (_match, body: string | undefined) => {
    const entity = body?.slice(0, -1) ?? ''
    const named = NAMED.get(entity)
    if (named !== undefined) return named
    const number = /^#(?:(\d{1,7})|x([0-9a-f]{1,6}))$/i.exec(entity)
    const code =
      number === null
        ? Number.NaN
        : Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 16 : 10)
    if (Number.isNaN(code) || code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
      throw suspicious('含有不认识的实体')
    return String.fromCodePoint(code)
  })
}

const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

/** An attribute's decoded value; null where it is absent. One after the other: a value may look like an attribute. */
export function attribute(attributes: string, name: string): string | null {
  return firstValue(attributes, (found) => found === name)
}

/** The same for one that stands under some prefix (r:id). */
export function prefixedAttribute(attributes: string, name: string): string | null {
  return firstValue(attributes, (found) => found.endsWith(`:${name}`))
}

function firstValue(attributes: string, isWanted: (name: string) => boolean): string | null {
  ATTRIBUTE.lastIndex = 0
  for (let found = ATTRIBUTE.exec(attributes); found !== null; found = ATTRIBUTE.exec(attributes))
    if (isWanted(found[1] ?? '')) return decodeText(found[2] ?? found[3] ?? '')
  return null
}
