// The pages' style sheets stay loaded while one goes from page to page: a class that two of them style would look
// different after the other page was visited.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../src/renderer/styles')

/** Classes that a rule outside of any @media styles by themselves. */
function classesStyled(css: string): string[] {
  const text = css.replaceAll(/\/\*.*?\*\//gs, '')
  const found: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') {
      if (depth === 0)
        found.push(
          ...text
            .slice(start, at)
            .split(',')
            .map((each) => each.trim()),
        )
      depth += 1
    } else if (text[at] === '}') {
      depth -= 1
      start = at + 1
    }
  }
  return found.filter((selector) => /^\.[\w-]+$/.test(selector))
}

function styledTwice(sheets: ReadonlyMap<string, string>): string[] {
  const files = new Map<string, Set<string>>()
  for (const [file, css] of sheets)
    for (const name of classesStyled(css)) files.set(name, (files.get(name) ?? new Set()).add(file))
  return [...files].flatMap(([name, of]) => (of.size > 1 ? [`${name}: ${[...of].join(', ')}`] : []))
}

it('finds a class that two sheets style, and leaves what is only for paper', () => {
  const sheets = {
    a: '.x, .y > p { top: 0 }',
    b: '/* .y {} */ .x { left: 0 }',
    c: '@media print { .x { top: 1px } }',
  }
  expect(styledTwice(new Map(Object.entries(sheets)))).toEqual(['.x: a, b'])
})

it('no class is styled by two sheets', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.css'))
  expect(styledTwice(new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])))).toEqual(
    [],
  )
})
