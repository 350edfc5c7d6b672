interface Props {
  readonly title: string
  readonly text: string | null
}

export function LongWords({ title, text }: Props) {
  if (text === null) return null
  return (
    <div className="long-words">
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  )
}
