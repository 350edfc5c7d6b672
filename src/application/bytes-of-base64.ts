/**
 * The bytes of a text that the contract has found to be base64. Byte by byte into an array that is there already:
 * making it from the letters one after the other took seconds for 20 MB, and everybody waits for the service.
 */
export function bytesOfBase64(base64: string): Uint8Array {
  const letters = atob(base64)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
  return bytes
}
