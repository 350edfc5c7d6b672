// A light is never colour alone: mark, colour and word together, so that it survives a black-and-white copier.

import { LIGHT_MARKS, type Light, type LightCounts, type LightLabel } from '../../core/measuring/status.ts'
import { fullWidth } from '../../core/measuring/wording.ts'
import { LIGHT_NAMES, LIGHT_ORDER } from '../words/lights.ts'

interface Props {
  readonly light: Light
  readonly label: LightLabel | null
}

export function LightBadge({ light, label }: Props) {
  return (
    <span className={`light light-${light}`}>
      <span aria-hidden="true" className="light-mark">
        {LIGHT_MARKS[light]}
      </span>
      {fullWidth(label ?? LIGHT_NAMES[light])}
    </span>
  )
}

export function LightMark({ light, label }: Props) {
  const word = fullWidth(label ?? LIGHT_NAMES[light])
  return (
    <span className={`light light-${light}`} role="img" aria-label={word} title={word}>
      {LIGHT_MARKS[light]}
    </span>
  )
}

/** ★1 ●5 ▲1: only the lights that occur. */
export function LightCountsLine({ counts }: { readonly counts: LightCounts }) {
  const present = LIGHT_ORDER.filter((light) => counts[light] > 0)
  const words = present.map((light) => `${LIGHT_NAMES[light]}${counts[light]}项`).join('，')
  return (
    <span className="light-counts" role="img" aria-label={words} title={words}>
      {present.map((light) => (
        <span key={light} className={`light light-${light}`}>
          {LIGHT_MARKS[light]}
          {counts[light]}
        </span>
      ))}
    </span>
  )
}
