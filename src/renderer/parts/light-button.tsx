// A light that says why when it is clicked.
import type { Light, LightLabel } from '../../core/measuring/status.ts'
import { common } from '../words/common.ts'
import { LightBadge } from './light-badge.tsx'

interface Props {
  readonly light: Light
  readonly label: LightLabel | null
  readonly onOpen: () => void
  /** where the sentence opens at the light itself */
  readonly isOpen?: boolean
  /** false: the keyboard has another way there, and need not stop at every light */
  readonly isTabStop?: boolean
}

export function LightButton({ light, label, onOpen, isOpen, isTabStop = true }: Props) {
  return (
    <button
      type="button"
      className="light-button"
      title={common.whyThisLight}
      aria-expanded={isOpen}
      tabIndex={isTabStop ? undefined : -1}
      onClick={onOpen}
    >
      <LightBadge light={light} label={label} />
    </button>
  )
}
