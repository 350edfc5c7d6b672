/** For a dialog's `afterOpenChange`: whoever opens it goes on by typing, and not from the button that closes it. */
export function focusFirstField(isOpen: boolean): void {
  if (!isOpen) return
  const bodies = document.querySelectorAll('.ant-modal-body')
  bodies[bodies.length - 1]?.querySelector<HTMLElement>('input, textarea')?.focus()
}
