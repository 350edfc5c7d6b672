// 佐证材料 as a list: each file with its size, one click from being opened.
import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import { evidenceName } from '../../core/journal/evidence-file.ts'
import type { Evidence } from '../../core/journal/journal-entry.ts'
import { CallFailure, useAsk } from '../ask.tsx'
import { evidence as words } from '../words/evidence.ts'
import '../styles/evidence.css'

interface Props {
  /** whose files they are */
  readonly name: string
  readonly files: readonly Evidence[]
  /** what else can be done with a file */
  readonly actsOf?: (file: Evidence) => ReactNode
}

export function EvidenceFiles({ name, files, actsOf }: Props) {
  const ask = useAsk()
  const { message } = App.useApp()
  const [refused, setRefused] = useState<string | null>(null)
  const open = async (file: Evidence) => {
    setRefused(null)
    try {
      const { place } = await ask('evidence.open', { path: file.path })
      void message.success(words.opened(evidenceName(file), place))
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      setRefused(error.message)
    }
  }
  if (files.length === 0) return null
  return (
    <>
      <ul className="evidence-files" aria-label={words.of(name)}>
        {files.map((file) => (
          <li key={file.path}>
            <button
              type="button"
              className="link-button"
              title={words.open(evidenceName(file))}
              onClick={() => void open(file)}
            >
              {evidenceName(file)}
            </button>{' '}
            {file.size === undefined ? null : <span className="soft">{words.size(file.size)}</span>}{' '}
            {actsOf?.(file)}
          </li>
        ))}
      </ul>
      {refused === null ? null : (
        <p className="bad" role="alert">
          {refused}
        </p>
      )}
    </>
  )
}
