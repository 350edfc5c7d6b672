import { useChosen } from '../chosen.tsx'
import { longDayText } from '../shown-time.ts'
import { overview as words } from '../words/overview.ts'

interface Props {
  readonly asOf: string
  readonly onNow: () => void
}

/** Nobody may take a look back for today: the banner stands above everything, on paper as well. */
export function AsOfBanner({ asOf, onNow }: Props) {
  const { month, months, chooseMonth } = useChosen()
  const then = asOf.slice(0, 7)
  const isMonthLater = month > then && months.includes(then)
  return (
    <p className="as-of-banner" role="status">
      <strong>{words.asOf.known(longDayText(asOf))}</strong>
      <span>{words.asOf.without}</span>
      <span className="no-print as-of-acts">
        {isMonthLater ? (
          <button type="button" className="link-button" onClick={() => chooseMonth(then)}>
            {words.asOf.lookAt(Number(then.slice(5)))}
          </button>
        ) : null}
        <button type="button" className="link-button" onClick={onNow}>
          {words.asOf.backToNow}
        </button>
      </span>
    </p>
  )
}
