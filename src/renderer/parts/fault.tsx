/** What is wrong with what was just typed, in one sentence below it, spoken by screen readers; nothing where all is well. */
export function Fault({ text }: { readonly text: string | null }) {
  if (text === null) return null
  return (
    <p className="bad" role="alert">
      {text}
    </p>
  )
}
