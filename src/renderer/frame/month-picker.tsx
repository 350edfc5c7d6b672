import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useChosen } from '../chosen.tsx'
import { frame as words } from '../words/frame.ts'

export function MonthPicker() {
  const { month, months, chooseMonth } = useChosen()
  const at = months.indexOf(month)
  const before = months[at - 1]
  const after = months[at + 1]
  return (
    <span className="month-picker">
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label={words.previousMonth}
        disabled={before === undefined}
        onClick={() => before && chooseMonth(before)}
      />
      <Select
        aria-label={words.month}
        value={month}
        onChange={chooseMonth}
        options={months.map((each) => ({ value: each, label: monthTitle(each) }))}
        popupMatchSelectWidth={false}
        listHeight={400}
        className="month-select"
      />
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label={words.nextMonth}
        disabled={after === undefined}
        onClick={() => after && chooseMonth(after)}
      />
    </span>
  )
}
