import { type DragEvent, useState } from 'react'

interface Props {
  readonly text: string
  readonly hint: string
  readonly onFiles: (files: readonly File[]) => void
}

/** A file is dropped or chosen; a file chosen twice is taken twice. */
export function DropZone({ text, hint, onFiles }: Props) {
  const [isOver, setIsOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    <label
      className={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        accept=".xlsx,.xlsm"
        className="drop-zone-input"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <strong>{text}</strong>
      <span className="soft">{hint}</span>
    </label>
  )
}
