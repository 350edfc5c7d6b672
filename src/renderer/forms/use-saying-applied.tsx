// After an import: what was recorded, and what is doubtful about it.
import { App } from 'antd'
import type { FormApplied } from '../../contract/form-calls.ts'
import { forms as words } from '../words/forms.ts'
import { useSlices } from './use-slices.tsx'

/** So many doubts are told in passing; more of them stay until somebody has read them. */
const IN_PASSING = 3

/** Every doubt once, however many figures share it. */
export function useSayingApplied(): (done: FormApplied) => void {
  const { message, modal } = App.useApp()
  return ({ applied, warnings }) => {
    void message.success(words.applied(applied))
    const doubts = [...new Set(warnings.map((warning) => warning.message))]
    if (doubts.length <= IN_PASSING) for (const doubt of doubts) void message.warning(doubt)
    else
      modal.warning({
        title: words.doubts(doubts.length),
        content: <Doubts doubts={doubts} />,
        width: 720,
        okText: words.doubtsRead,
      })
  }
}

function Doubts({ doubts }: { readonly doubts: readonly string[] }) {
  const { shown, more } = useSlices(doubts, words.doubtsNotShown)
  return (
    <div className="form-doubts">
      <p className="soft">{words.doubtsHint}</p>
      <ul>
        {shown.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
      {more}
    </div>
  )
}
