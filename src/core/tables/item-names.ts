// Names of items as people write them in tables of their own, and how alike two of them are.
import type { Steps } from '../steps.ts'
import { isUnit } from './column-meanings.ts'

/** 1. · 1、· （一） · 一、 · ① · 一是 */
const CIRCLED = /^[\u2460-\u249b\u2776-\u277f\u3220-\u3229\u24eb-\u24f4]+[.、．]?/
const NUMBERING =
  /^(?:第?[一二三四五六七八九十百]{1,4}[、.．:：]|\([一二三四五六七八九十百\d]{1,4}\)|\d{1,3}(?:\.\d{1,2}){0,3}(?:[、:]|[.)](?!\d))|[一二三四五六七八九十]是)/
const MARKS = /^[*★☆▲△#●■◆]+/
const QUOTES = /["“”'‘’「」『』《》〈〉]/g

/** Width, blanks, quotation marks, numbering in front and full stops behind do not count; nor does a unit in brackets. */
export function plainName(text: string): string {
  let name = text.trim().replace(MARKS, '').replace(CIRCLED, '')
  name = name
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .toLowerCase()
    .replace(QUOTES, '')
    .replace(MARKS, '')
  for (let before = ''; before !== name; ) {
    before = name
    name = name.replace(NUMBERING, '')
  }
  name = name.replace(/[。；;,，、:：.]+$/, '')
  const inside = /\((?:单位:?)?([^()]{1,6})\)$/.exec(name)
  return inside?.[1] !== undefined && isUnit(inside[1]) ? name.slice(0, inside.index) : name
}

/** A unit in brackets behind a name: 新增高企（家） → 家 */
export function unitInName(text: string): string | null {
  const inside = /\((?:单位:?)?([^()]{1,6})\)[。；;]?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1]
  return inside !== undefined && isUnit(inside) ? inside : null
}

/** A name as the plan would write it: without its numbering and a unit in brackets, otherwise as it stands. */
export function writtenName(text: string): string {
  let name = text.trim().replace(/\s+/g, '').replace(MARKS, '').replace(CIRCLED, '')
  for (let before = ''; before !== name; ) {
    before = name
    name = name.replace(
      /^(?:[一二三四五六七八九十百]{1,4}[、.．：:]|[（(][一二三四五六七八九十百\d]{1,4}[）)]|\d{1,3}(?:\.\d{1,2}){0,3}(?:[、：:]|[.．)）](?!\d))|[一二三四五六七八九十]是)/,
      '',
    )
  }
  name = name.replace(/[。；;，,、]+$/, '')
  const unit = unitInName(name)
  return unit === null ? name : name.replace(/[（(][^（()）]*[）)]$/, '')
}

/** What is left of a name when words that only say where, when and how much are taken out. */
function coreName(plain: string): string {
  return plain
    .replace(/\([^()]*\)/g, '')
    .replace(/全市|全区|全县|全省|我市|我区|我县|本市|全年|年度|本年|数量|总数|总量/g, '')
    .replace(
      /(?:达到|达|力争|确保|不低于|不少于|超过|突破|≥|>=|>)*\d[\d.,]*[^\d()]{0,4}(?:以上|左右|以内)?$/,
      '',
    )
    .replace(/[^\p{L}\p{N}%]/gu, '')
}

export interface NamedThing {
  readonly name: string
}

/** Two names are near from this share of common pairs of characters on. */
const NEAR = 0.6
/** A second candidate this close to the best makes both doubtful. */
const MARGIN = 0.08

/** Looks names up among the plan's. */
export class NameIndex<Thing extends NamedThing> {
  readonly #exact = new Map<string, Thing[]>()
  readonly #pairs = new Map<string, Set<number>>()
  readonly #things: { readonly thing: Thing; readonly core: string; readonly pairs: number }[] = []

  static *of<Thing extends NamedThing>(things: readonly Thing[]): Steps<NameIndex<Thing>> {
    const index = new NameIndex<Thing>()
    for (const thing of things) {
      index.#add(thing)
      yield
    }
    return index
  }

  #add(thing: Thing): void {
    const plain = plainName(thing.name)
    this.#exact.set(plain, [...(this.#exact.get(plain) ?? []), thing])
    const core = coreName(plain)
    const pairs = pairsOf(core)
    const at = this.#things.push({ thing, core, pairs: pairs.size }) - 1
    for (const pair of pairs) {
      const known = this.#pairs.get(pair)
      if (known === undefined) this.#pairs.set(pair, new Set([at]))
      else known.add(at)
    }
  }

  /** Everything of that very name. */
  exact(text: string): readonly Thing[] {
    return this.#exact.get(plainName(text)) ?? []
  }

  /** The nearest, and all that are about as near; empty where nothing is. */
  near(text: string): readonly Thing[] {
    const core = coreName(plainName(text))
    if (core.length < 2) return []
    const own = pairsOf(core)
    const common = new Map<number, number>()
    for (const pair of own)
      for (const at of this.#pairs.get(pair) ?? []) common.set(at, (common.get(at) ?? 0) + 1)
    const scored: { thing: Thing; score: number }[] = []
    for (const [at, count] of common) {
      const other = this.#things[at]
      if (other === undefined) continue
      const score =
        other.core === core
          ? 1
          : Math.max((2 * count) / (own.size + other.pairs), contained(core, other.core))
      if (score >= NEAR) scored.push({ thing: other.thing, score })
    }
    scored.sort((a, b) => b.score - a.score)
    const best = scored[0]?.score ?? 0
    return scored.filter(({ score }) => score >= best - MARGIN).map(({ thing }) => thing)
  }
}

/** 高新技术企业 in 新增国家高新技术企业: the shorter must be at least half of the longer. */
function contained(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return short.length >= 4 && long.includes(short) && short.length * 2 >= long.length ? 0.75 : 0
}

function pairsOf(text: string): Set<string> {
  const letters = [...text]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}
