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
  try {
    return { isRead: true, fileName: file.name, base64: base64Of(new Uint8Array(await file.arrayBuffer())) }
  } catch {
    // Moved or opened elsewhere between choosing and reading.
    return { isRead: false, reason: words.unreadableFile }
  }
}

/** In pieces: a function takes only so many arguments. A multiple of three bytes leaves no padding inside. */
const PIECE_BYTES = 3 * 8192

export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE_BYTES)))
  }
  return text
}
