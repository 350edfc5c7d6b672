import { Component, type ReactNode } from 'react'
import { frame } from '../words/frame.ts'

interface Props {
  readonly children: ReactNode
}

interface State {
  readonly hasCrashed: boolean
}

/** The last net: an unexpected fault shows words and a way on, never a white page. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { hasCrashed: false }

  static getDerivedStateFromError(): State {
    return { hasCrashed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children
    return (
      <div className="page-state page-state-error" role="alert">
        <h2>{frame.crashedTitle}</h2>
        <p>{frame.crashedText}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {frame.crashedGo}
        </button>
      </div>
    )
  }
}
