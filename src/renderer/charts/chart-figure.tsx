// A chart with a table behind it, and both as files.
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { useAsk } from '../ask.tsx'
import { charts as words } from '../words/charts.ts'
import { common } from '../words/common.ts'
import { ChartCanvas, type ChartOption, type TakePicture } from './chart-canvas.tsx'
import { type ChartTable, spokenTable, tableRows } from './chart-table.ts'
import { SaveDataButton } from './save-data-button.tsx'
import { useSaveFile } from './use-save-file.ts'
import '../styles/charts.css'

interface Props {
  readonly title: string
  /** what the files are called, without their ending */
  readonly fileName: string
  readonly table: ChartTable
  readonly option: ChartOption
  readonly shown: (value: number) => string
}

const HEIGHT = 236

export function ChartFigure({ title, fileName, table, option, shown }: Props) {
  const ask = useAsk()
  const { message } = App.useApp()
  const [isTable, setIsTable] = useState(false)
  const picture = useRef<TakePicture | null>(null)
  const save = useSaveFile()
  const savePicture = () => {
    const png = picture.current?.() ?? null
    if (png === null) return void message.info(words.notDrawnYet)
    return void save(() => ask('exports.savePicture', { name: fileName, png }))
  }
  return (
    <figure className="chart-figure" aria-label={title}>
      <figcaption className="chart-head">
        <h3>{title}</h3>
        <span className="gap" />
        <Button size="small" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          {isTable ? words.toChart : words.toTable}
        </Button>
        {isTable ? null : (
          <Button size="small" onClick={savePicture}>
            {words.savePicture}
          </Button>
        )}
        <SaveDataButton fileName={fileName} rows={() => tableRows(table)} />
      </figcaption>
      {isTable ? (
        <TableOf table={table} title={title} shown={shown} />
      ) : (
        <ChartCanvas
          option={option}
          spoken={`${title}。${spokenTable(table, shown)}。`}
          height={HEIGHT}
          picture={picture}
        />
      )}
    </figure>
  )
}

function TableOf({ table, title, shown }: Pick<Props, 'table' | 'title' | 'shown'>) {
  return (
    <div className="chart-table">
      <table className="history-table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{table.rowTitle}</th>
            {table.series.map(({ key, name }) => (
              <th key={key} scope="col" className="number-cell">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {table.series.map(({ key, values }) => {
                const value = values[at] ?? null
                return (
                  <td key={key} className="number-cell">
                    {value === null ? common.noFigure : shown(value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
