// Loading, refused and empty: every page says what is going on and what to do next.
import { Button, Spin } from 'antd'
import type { ReactNode } from 'react'
import type { CallFailure } from '../ask.tsx'
import { common } from '../words/common.ts'

export function PageLoading() {
  return (
    <div className="page-state" role="status">
      <Spin /> <span>{common.loading}</span>
    </div>
  )
}

interface ErrorProps {
  readonly failure: CallFailure
  readonly onRetry?: () => void
}

export function PageError({ failure, onRetry }: ErrorProps) {
  return (
    <div className="page-state page-state-error" role="alert">
      <h2>{common.readFailedTitle}</h2>
      <p>{failure.message}</p>
      <Places failure={failure} />
      {onRetry === undefined ? null : <Button onClick={onRetry}>{common.retry}</Button>}
    </div>
  )
}

interface EmptyProps {
  readonly title: string
  readonly children?: ReactNode
}

export function PageEmpty({ title, children }: EmptyProps) {
  return (
    <div className="page-state page-state-empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** At most this many places are listed: a list that nobody reads to its end helps nobody. */
const MOST_PLACES = 20

function Places({ failure }: { readonly failure: CallFailure }) {
  if (failure.details.length === 0) return null
  const hidden = failure.details.length - MOST_PLACES
  return (
    <div className="places">
      <p>{common.placesTitle}</p>
      <ul>
        {failure.details.slice(0, MOST_PLACES).map((detail) => (
          <li key={`${detail.place} ${detail.message}`}>
            <strong>{detail.place}</strong> {detail.message}
          </li>
        ))}
        {hidden > 0 ? <li>{common.morePlaces(hidden)}</li> : null}
      </ul>
    </div>
  )
}

/** A refusal that appears below the edge of a long form would look like nothing had happened. */
const bringIntoView = (notice: HTMLElement | null) => notice?.scrollIntoView({ block: 'nearest' })

/** A refusal beside what was refused; everything typed stays. */
export function RefusedNotice({ failure }: { readonly failure: CallFailure | null }) {
  if (failure === null) return null
  return (
    <div className="notice notice-refused" role="alert" ref={bringIntoView}>
      <strong>{common.refusedTitle}</strong>
      <p>{failure.message}</p>
      <Places failure={failure} />
    </div>
  )
}
