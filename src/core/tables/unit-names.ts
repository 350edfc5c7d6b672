// 高新处、科研处，各县区、园区 → the units that are meant.
export interface NamedUnit {
  readonly name: string
  /** 各县区、园区: takes part, fills in nothing itself */
  readonly isGroup: boolean
}

/** At commas and semicolons, then at 、, never inside brackets; what begins with 各 is one unit up to the next comma. */
export function unitNames(text: string): NamedUnit[] {
  const flat = text
    .trim()
    .replace(/\n+/g, '、')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/^(牵头|责任|配合|参与)(单位|处室|部门)[:：]/, '')
    .replace(/[。；;]$/, '')
  const units: NamedUnit[] = []
  for (const part of outsideBrackets(flat, /[,，;；]/)) {
    if (part.startsWith('各')) units.push({ name: part, isGroup: true })
    else
      for (const name of outsideBrackets(part, /[、/]/)) {
        const last = units.at(-1)
        // 高新处、各县区、园区: what follows 各 in one breath belongs to it.
        if (last?.isGroup === true && part.includes(`${last.name}、${name}`))
          units[units.length - 1] = { name: `${last.name}、${name}`, isGroup: true }
        else units.push({ name, isGroup: name.startsWith('各') })
      }
  }
  return units
    .map(({ name, isGroup }) => ({ name: name.replace(/(牵头|负责)$/, ''), isGroup }))
    .filter(({ name }) => name !== '' && !/^[-—/\\]+$/.test(name))
}

function outsideBrackets(text: string, separator: RegExp): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const letter of text) {
    if (/[(（]/.test(letter)) depth += 1
    if (/[)）]/.test(letter)) depth = Math.max(0, depth - 1)
    if (depth === 0 && separator.test(letter)) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.filter((part) => part !== '')
}
