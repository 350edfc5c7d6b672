// A file somebody dropped → what the call carries.
import { MAX_FORM_BYTES } from '../../contract/form-calls.ts'
import { forms as words } from '../words/forms.ts'

export type FormFile =
  | { readonly isRead: true; readonly fileName: string; readonly base64: string }
  | { readonly isRead: false; readonly reason: string }

/** Says in words why a file cannot be taken; what is inside is the service's to judge. */
export async function readFormFile(files: readonly File[]): Promise<FormFile> {
  const [file] = files
  if (file === undefined || files.length > 1) return { isRead: false, reason: words.oneFile }
  if (file.size > MAX_FORM_BYTES) return { isRead: false, reason: words.tooLarge }
  const base64 = await base64OfFile(file)
  return base64 === null
    ? { isRead: false, reason: words.unreadableFile }
    : { isRead: true, fileName: file.name, base64 }
}

/** By the browser itself, so that the page goes on meanwhile; null: moved or opened elsewhere since it was chosen. */
export function base64OfFile(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = String(reader.result)
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(file)
  })
}
