import { Button } from 'antd'
import { entryGrid as words } from '../../words/entry-grid.ts'
import type { PasteReport } from './use-grid.ts'

/** A list that nobody reads to its end helps nobody. */
const MOST_LINES = 200

/** What a paste did not take and why, until it is closed. */
export function PasteReportBox({
  report,
  onClose,
}: {
  readonly report: PasteReport
  readonly onClose: () => void
}) {
  const { taken, notTaken, isLocked } = report
  return (
    <section className="notice notice-refused paste-report" role="alert">
      {notTaken.length === 0 ? (
        <p>{isLocked ? words.pasteLocked : words.pasteNothing}</p>
      ) : (
        <>
          <strong>{words.pasteTitle(taken, notTaken.length)}</strong>
          <p>{words.pasteText}</p>
          <table aria-label={words.pasteTitle(taken, notTaken.length)}>
            <thead>
              <tr>
                <th>{words.pasteColumns.name}</th>
                <th>{words.pasteColumns.text}</th>
                <th>{words.pasteColumns.reason}</th>
              </tr>
            </thead>
            <tbody>
              {notTaken.slice(0, MOST_LINES).map((each, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it came and never changes
                <tr key={at}>
                  <td>{each.name}</td>
                  <td>{each.text}</td>
                  <td>{each.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <Button size="small" onClick={onClose}>
        {words.pasteClose}
      </Button>
    </section>
  )
}
