// Long lists in slices: a thousand rows at once would keep the window from answering.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useGrowing } from '../parts/use-growing.ts'
import { forms as words } from '../words/forms.ts'

/** Rows that are shown at first, and more at every asking. */
const SLICE = 40

interface Slices<Item> {
  readonly shown: readonly Item[]
  /** shows the next slice; null where everything is shown */
  readonly more: ReactNode
}

/** `notShown`: what is said of those that are left. */
export function useSlices<Item>(
  items: readonly Item[],
  notShown: (count: number) => string = words.notShown,
): Slices<Item> {
  const [count, setCount] = useState(SLICE)
  const grown = useGrowing(Math.min(count, items.length))
  const left = items.length - count
  return {
    shown: items.slice(0, Math.min(count, grown)),
    more:
      left > 0 ? (
        <p className="form-more">
          <Button size="small" onClick={() => setCount(count + SLICE)}>
            {words.showMore(Math.min(left, SLICE))}
          </Button>{' '}
          <span className="soft">{notShown(left)}</span>
        </p>
      ) : null,
  }
}
