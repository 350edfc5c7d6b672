// 变更记录: what amended the plan so far, newest first, and the way to take one back.
import { Button } from 'antd'
import { useState } from 'react'
import type { AmendmentLine } from '../../contract/plan-views.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { timeText } from '../shown-time.ts'
import { planWithdrawal, plan as words } from '../words/plan.ts'
import { usePlanSource } from './plan-source.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

export function AmendmentHistory() {
  const { view, mayEdit } = usePlanSource()
  const [withdrawing, setWithdrawing] = useState<AmendmentLine | null>(null)
  return (
    <section className="card amendments" aria-label={words.history}>
      <div className="card-head">
        <h2>{words.history}</h2>
      </div>
      {view.amendments.length === 0 ? (
        <p className="soft amendments-empty">{words.noHistory}</p>
      ) : (
        <ul className="plain-list">
          {view.amendments.map((each) => (
            <li key={each.entry}>
              <Amended amendment={each} />
              {mayEdit && each.withdrawn === null ? (
                <Button
                  size="small"
                  className="withdraw"
                  aria-label={planWithdrawal.actOf(each.lines.join('；'))}
                  onClick={() => setWithdrawing(each)}
                >
                  {planWithdrawal.act}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {withdrawing === null ? null : (
        <WithdrawDialog amendment={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </section>
  )
}

function Amended({ amendment }: { readonly amendment: AmendmentLine }) {
  const now = Date.now()
  const { from, lines, withdrawn } = amendment
  return (
    <span className={withdrawn === null ? 'amended' : 'amended amended-withdrawn'}>
      <span className="amended-lines">
        <strong>{words.effective(monthTitle(from))}</strong> {lines.join('；')}
      </span>
      <br />
      <span className="soft">
        {words.reason(amendment.reason, amendment.documentNumber)} · {amendment.author}{' '}
        {timeText(amendment.time, now)}
      </span>
      {withdrawn === null ? null : (
        <>
          <br />
          <strong>{planWithdrawal.withdrawn}</strong>{' '}
          <span className="soft">
            {words.reason(withdrawn.reason, null)} · {withdrawn.author} {timeText(withdrawn.time, now)}
          </span>
        </>
      )}
    </span>
  )
}
