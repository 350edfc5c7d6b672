/** Before a piece of work that is felt: keys and clicks that wait are answered, and what was said last is drawn. */
export function letPageAnswer(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
