// 佐证材料 of one item: the files with their size, one click from being opened, and a way to add more.
import { type DragEvent, useRef } from 'react'
import { evidenceName } from '../../../core/journal/evidence-file.ts'
import type { Evidence } from '../../../core/journal/journal-entry.ts'
import { EvidenceFiles } from '../../parts/evidence-files.tsx'
import { evidence as words } from '../../words/evidence.ts'
import type { EvidenceActs } from './use-evidence.ts'

interface Props {
  readonly name: string
  readonly files: readonly Evidence[]
  readonly acts: EvidenceActs
  readonly isEditable: boolean
}

export function EvidenceLine({ name, files, acts, isEditable }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div className="evidence-line">
      <EvidenceFiles
        name={name}
        files={files}
        actsOf={(file) =>
          isEditable ? (
            <button
              type="button"
              className="link-button evidence-remove"
              title={words.removeHint}
              aria-label={words.removeOf(evidenceName(file))}
              onClick={() => acts.remove(file)}
            >
              {words.remove}
            </button>
          ) : null
        }
      />
      {isEditable ? (
        <>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label={words.addTo(name)}
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])]
              event.target.value = ''
              if (chosen.length > 0) acts.add(chosen)
            }}
          />
          <button
            type="button"
            className="link-button"
            aria-label={words.addTo(name)}
            title={words.dropHint}
            disabled={acts.isBusy}
            onClick={() => chooser.current?.click()}
          >
            {acts.isBusy ? words.adding : words.add}
          </button>
        </>
      ) : null}
      {acts.said.map((sentence) => (
        <p key={sentence} className="bad" role="alert">
          {sentence}
        </p>
      ))}
    </div>
  )
}

/** What makes a row take files that are dropped on it. */
export function dropOn(acts: EvidenceActs, isEditable: boolean) {
  return {
    onDragOver: (event: DragEvent) => {
      if (isEditable && event.dataTransfer.types.includes('Files')) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      if (!isEditable || event.dataTransfer.files.length === 0) return
      event.preventDefault()
      acts.add([...event.dataTransfer.files])
    },
  }
}
