// Names of written files that every file system takes.

const LONGEST = 80

/** Without the characters that Windows or a path refuses; never empty, never a device's or a hidden name. */
export function fileNameOf(text: string): string {
  const plain = [...text.replace(/[<>:"/\\|?*]/g, '－')]
    .filter((letter) => (letter.codePointAt(0) ?? 0) >= 0x20)
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return /^(con|prn|aux|nul|com\d|lpt\d)?$/i.test(plain.split('.')[0] ?? '') ? `文件${plain}` : plain
}
