// 原因: what is returned, corrected or taken back is not done before somebody has written why.
import { Input } from 'antd'
import { useId, useState } from 'react'
import { Fault } from './fault.tsx'

/** A reason being written. `given` answers it without blanks around it, or null, and from then on says that it is missing. */
export function useReason() {
  const [text, setText] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const given = (): string | null => {
    const reason = text.trim()
    setIsMissing(reason === '')
    return reason === '' ? null : reason
  }
  return { text, setText, isMissing, given }
}

interface Props {
  readonly reason: ReturnType<typeof useReason>
  readonly words: { readonly label: string; readonly hint: string; readonly missing: string }
}

export function ReasonField({ reason, words }: Props) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{words.label}</label>
      <Input.TextArea
        id={id}
        value={reason.text}
        onChange={({ target }) => reason.setText(target.value)}
        placeholder={words.hint}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        autoFocus
      />
      <Fault text={reason.isMissing ? words.missing : null} />
    </>
  )
}
