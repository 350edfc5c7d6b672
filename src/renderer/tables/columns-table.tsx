// What each column of the table was taken for, to be confirmed or set right.
import { Select } from 'antd'
import { COLUMN_MEANINGS, COLUMN_TITLES } from '../../core/tables/column-meanings.ts'
import { timeText } from '../shown-time.ts'
import { tables as words } from '../words/tables.ts'
import type { GivenTable, OwnTable } from './use-own-table.ts'
import '../styles/forms.css'

interface Props {
  readonly table: GivenTable
  readonly own: OwnTable
}

const OPTIONS = COLUMN_MEANINGS.map((value) => ({ value, label: COLUMN_TITLES[value] }))

export function ColumnsTable({ table, own }: Props) {
  const { opened, meanings, base64 } = table
  return (
    <section className="own-table">
      <h2 className="form-count">{words.columnsTitle}</h2>
      <p className="soft">{words.columnsHint}</p>
      {opened.rememberedAt === null ? null : (
        <p className="notice notice-good">{words.remembered(timeText(opened.rememberedAt, Date.now()))}</p>
      )}
      {opened.sheets.length > 1 ? (
        <p className="own-table-sheet">
          {words.sheet}{' '}
          <Select
            aria-label={words.sheet}
            value={opened.sheet}
            popupMatchSelectWidth={false}
            options={opened.sheets.map(({ name, hasTable }) => ({
              value: name,
              label: hasTable ? name : words.sheetWithoutTable(name),
              disabled: !hasTable,
            }))}
            onChange={(sheet) => void own.open(base64, sheet)}
          />
        </p>
      ) : null}
      <table className="form-table">
        <thead>
          <tr>
            <th className="form-choose">{words.columns.letter}</th>
            <th>{words.columns.heading}</th>
            <th>{words.columns.samples}</th>
            <th className="own-table-meaning">{words.columns.meaning}</th>
            <th>{words.columns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {opened.columns.map(({ column, letter, heading, samples, confidence, reason, meaning }, at) => {
            const now = meanings[at] ?? 'ignored'
            const isAsProposed = now === meaning
            return (
              <tr key={column} className={now === 'ignored' ? 'own-table-ignored' : ''}>
                <td className="soft">{letter}</td>
                <th scope="row">{heading}</th>
                <td className="soft">{samples.join('；')}</td>
                <td>
                  <Select
                    aria-label={words.meaningOf(heading)}
                    className="own-table-select"
                    value={now}
                    options={OPTIONS}
                    listHeight={420}
                    onChange={(chosen) => own.setMeaning(at, chosen)}
                  />
                </td>
                <td>
                  {isAsProposed && confidence === 'unsure' ? (
                    <strong className="warn">{words.unsure} </strong>
                  ) : null}
                  <span className="soft">{isAsProposed ? reason : ''}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
