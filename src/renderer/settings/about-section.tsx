import { Button } from 'antd'
import { useId } from 'react'
import { useAsk } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { useOpenSession } from '../session.tsx'
import { timeText } from '../shown-time.ts'
import { common } from '../words/common.ts'
import { frame } from '../words/frame.ts'
import { settings as words } from '../words/settings.ts'

export function AboutSection() {
  const id = useId()
  const { session } = useOpenSession()
  const ask = useAsk()
  const { act, failure } = useAct()
  const newest =
    session.newestEntryAt === null ? words.nothingYet : timeText(session.newestEntryAt, Date.now())
  return (
    <section className="card settings-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.about}</h2>
      <dl className="item-facts">
        <div>
          <dt>{common.productName}</dt>
          <dd>
            {words.version} {PRODUCT_VERSION}
          </dd>
        </div>
        <div>
          <dt>{words.dataFolder}</dt>
          <dd>{session.dataFolder}</dd>
        </div>
        <div>
          <dt>{words.newest}</dt>
          <dd>{newest}</dd>
        </div>
      </dl>
      <Button onClick={() => void act(() => ask('exports.openFolder', {}), frame.openFolder)}>
        {frame.openFolder}
      </Button>
      <RefusedNotice failure={failure} />
    </section>
  )
}
