import { Switch } from 'antd'
import { useId, useState } from 'react'
import { chooseLargeText, isLargeText } from '../large-text.ts'
import { settings as words } from '../words/settings.ts'

export function AppearanceSection() {
  const id = useId()
  const [isLarge, setIsLarge] = useState(isLargeText)
  const choose = (next: boolean) => {
    chooseLargeText(next)
    setIsLarge(next)
  }
  return (
    <section className="card settings-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.appearance}</h2>
      <label className="settings-switch" htmlFor={`${id}-large`}>
        <Switch id={`${id}-large`} checked={isLarge} onChange={choose} />
        <span>{words.largeText}</span>
        <span className="soft">{words.largeTextHint}</span>
      </label>
    </section>
  )
}
