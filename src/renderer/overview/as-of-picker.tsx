// 截至某日: the day up to which things were known.
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { overview as words } from '../words/overview.ts'

interface Props {
  readonly asOf: string | null
  readonly onAsOf: (asOf: string | null) => void
}

const AsOfCalendar = lazy(() => import('./as-of-calendar.tsx'))

export function AsOfPicker({ asOf, onAsOf }: Props) {
  const [isLooking, setIsLooking] = useState(asOf !== null)
  if (!isLooking && asOf === null)
    return (
      <Button className="no-print" title={words.asOf.hint} onClick={() => setIsLooking(true)}>
        {words.asOf.label}
      </Button>
    )
  return (
    <label className="as-of no-print" title={words.asOf.hint} htmlFor="as-of">
      {words.asOf.label}
      <Suspense fallback={<span className="soft">{words.asOf.loading}</span>}>
        <AsOfCalendar
          asOf={asOf}
          onAsOf={(day) => {
            setIsLooking(day !== null)
            onAsOf(day)
          }}
        />
      </Suspense>
    </label>
  )
}
