// `import table`: a month's figures from a bureau's own table.
import type { Command } from 'commander'
import { parseJson } from '../../application/read-plan-file.ts'
import type { CallOutput } from '../../contract/api.ts'
import { folded } from '../../core/forms/form-fields.ts'
import {
  COLUMN_MEANINGS,
  COLUMN_TITLES,
  type ColumnMeaning,
  headingMeaning,
} from '../../core/tables/column-meanings.ts'
import { askOnce, type CommandOptions, readTextFile, refuse } from './command-service.ts'
import { printJson, say } from './print.ts'
import { printChanges, sayChange } from './print-changes.ts'

interface TableOptions extends CommandOptions {
  readonly month: string
  readonly department?: string
  readonly sheet?: string
  readonly columns?: string
  readonly apply?: boolean
  readonly near?: boolean
  readonly reason?: string
}

type Opened = CallOutput<'table.open'>

export function addTableImport(target: Command): void {
  target
    .requiredOption('--month <month>', '月份，如 2020-06')
    .option('--department <id>', '处室编号（默认：全局各处室）')
    .option('--sheet <name>', '工作表（默认：最像的一张）')
    .option('--columns <file>', '栏目文件（JSON，{"标题或列号": "读作"}；默认：按标题或上次确认的）')
    .option('--apply', '录入列出的改动；名称只是相近、需要核对的除外')
    .option('--near', '需要核对的也录入')
    .option('--reason <text>', '更正原因（本月已报送或审核时必填）')
    .action(importTable)
}

async function importTable(givenFile: string, options: TableOptions): Promise<void> {
  const question = { purpose: 'month', sheet: options.sheet ?? null, month: options.month } as const
  const opened = await askOnce('table.open', question, options, { givenFile })
  const chosen = options.columns === undefined ? null : readColumnsFile(options.columns)
  const columns = opened.columns.map((each) => ({
    ...each,
    meaning: chosen === null ? each.meaning : chosenMeaning(chosen, each),
  }))
  const unknown = chosen === null ? undefined : unknownHeading(chosen, opened)
  if (unknown !== undefined) throw refuse('table-columns-file', { reason: `表里没有“${unknown}”这一列` })
  const table = {
    ...{ month: options.month, department: options.department ?? null, sheet: opened.sheet },
    columns: columns.map(({ column, meaning }) => ({ column, meaning })),
  }
  const preview = await askOnce('table.preview', table, options, { givenFile })
  const isTaken = ({ isDoubtful }: { isDoubtful: boolean }) => options.near === true || !isDoubtful
  const accepted = preview.changes.filter(isTaken).map(({ sheet, cell, basis }) => ({ sheet, cell, basis }))
  const applied =
    options.apply === true
      ? await askOnce(
          'table.apply',
          { ...table, fileHash: preview.fileHash, accepted, reason: options.reason ?? null },
          options,
          { givenFile },
        )
      : null
  if (applied !== null && chosen !== null)
    await askOnce(
      'table.keepColumns',
      {
        ...{ purpose: 'month', fingerprint: opened.fingerprint },
        meanings: columns.map(({ meaning }) => meaning),
      },
      options,
    )
  if (options.json) {
    const { changes, unread, notices, month } = preview
    printJson({
      ...{ department: options.department ?? null, month, sheet: opened.sheet },
      columns: columns.map(({ letter, heading, meaning, confidence, reason }) => ({
        ...{ column: letter, heading, meaning },
        ...(chosen === null ? { confidence, reason } : {}),
      })),
      ...{ changes, unread, notices },
      ...{ applied: applied !== null, recorded: applied?.applied ?? 0, warnings: applied?.warnings ?? [] },
    })
    return
  }
  say(`工作表“${opened.sheet}”：`)
  for (const { letter, heading, meaning, reason } of columns)
    say(`  ${letter}　${heading}　→ ${COLUMN_TITLES[meaning]}${chosen === null ? `（${reason}）` : ''}`)
  const doubtful = preview.changes.filter((change) => !isTaken(change))
  printChanges({ ...preview, changes: preview.changes.filter(isTaken) }, applied)
  if (doubtful.length === 0) return
  say(`需要核对的${doubtful.length}处，没有录入（核对后加 --near 录入）：`)
  for (const change of doubtful) sayChange(change)
}

/** Heading or letter, folded → what it is read as. */
function readColumnsFile(file: string): ReadonlyMap<string, ColumnMeaning> {
  const json = parseJson(readTextFile(file))
  if (!json.ok) throw refuse('table-columns-file', { reason: json.place })
  const { value } = json
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('table-columns-file', { reason: '不是对象' })
  return new Map(
    Object.entries(value).map(([heading, told]): [string, ColumnMeaning] => {
      const meaning = meaningOf(String(told))
      if (meaning === undefined)
        throw refuse('table-columns-file', { reason: `“${heading}”不能读作“${String(told)}”` })
      return [folded(heading), meaning]
    }),
  )
}

/** Its name, its title, or what such a heading would be. */
function meaningOf(told: string): ColumnMeaning | undefined {
  const named = COLUMN_MEANINGS.find((each) => each === told || COLUMN_TITLES[each] === told)
  return named ?? headingMeaning([told])?.meaning
}

/** A column that the file does not name is not read. */
function chosenMeaning(
  chosen: ReadonlyMap<string, ColumnMeaning>,
  { letter, heading }: Opened['columns'][number],
): ColumnMeaning {
  return chosen.get(folded(heading)) ?? chosen.get(folded(letter)) ?? 'ignored'
}

function unknownHeading(chosen: ReadonlyMap<string, ColumnMeaning>, { columns }: Opened): string | undefined {
  const known = new Set(columns.flatMap(({ heading, letter }) => [folded(heading), folded(letter)]))
  return [...chosen.keys()].find((each) => !known.has(each))
}
