// Names of written files that every file system takes.
import { withoutInvisible } from './text-characters.ts'

const LONGEST = 80

/** Without the characters that Windows or a path refuses; never empty, never a device's or a hidden name. */
export function fileNameOf(text: string): string {
  const plain = [...withoutInvisible(text).replace(/[<>:"/\\|?*]/g, '－')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return /^(con|prn|aux|nul|com\d|lpt\d)?$/i.test(plain.split('.')[0] ?? '') ? `文件${plain}` : plain
}
