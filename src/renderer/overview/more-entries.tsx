// Under a list of entries that goes on.
import { Button } from 'antd'
import { trail as words } from '../words/trail.ts'
import type { GrowingEntries } from './use-indicator-entries.ts'

export function MoreEntries({ list }: { readonly list: GrowingEntries }) {
  const { entries, error, left, isLoadingMore, readMore } = list
  if (error !== null) return <p className="bad">{error.message}</p>
  if (entries === undefined) return <p className="soft">{words.loading}</p>
  if (left === 0) return null
  return (
    <p className="more-entries">
      <Button size="small" loading={isLoadingMore} onClick={readMore}>
        {words.more}
      </Button>{' '}
      <span className="soft">{words.left(left)}</span>
    </p>
  )
}
