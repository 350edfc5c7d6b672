// The calendar of 截至某日. Fetched when somebody first looks back: most days nobody does.
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { civilDateOf } from '../../core/values/civil-time.ts'
import { useChosen } from '../chosen.tsx'
import { useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'

dayjs.locale('zh-cn')

interface Props {
  readonly asOf: string | null
  readonly onAsOf: (asOf: string | null) => void
}

const FORMAT = 'YYYY-MM-DD'

export default function AsOfCalendar({ asOf, onAsOf }: Props) {
  const { plan } = useOpenSession()
  const { month } = useChosen()
  const today = civilDateOf(Date.now())
  return (
    <DatePicker
      id="as-of"
      className="as-of-date"
      format={FORMAT}
      placeholder={words.asOf.choose}
      value={asOf === null ? null : dayjs(asOf)}
      minDate={dayjs(`${plan.span.from - 1}-01-01`)}
      maxDate={dayjs(today)}
      // Whoever looks at June asks about a day near it, not about today.
      defaultPickerValue={dayjs(month > today ? today : `${month}-01`)}
      onChange={(day) => onAsOf(day?.format(FORMAT) ?? null)}
      autoFocus={asOf === null}
      defaultOpen={asOf === null}
      showNow={false}
    />
  )
}
