// Processes of our own for one piece of work each: whatever the work does to memory and time, it does it there, and can
// be ended as a whole.

/** Each is a file of that name beside the program. */
export type HelperName = 'store-checker' | 'workbook-reader' | 'year-writer'

/** The part of a child or utility process that is used. */
export interface HelperProcess {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: () => void): unknown
  send(message: unknown): void
  /** at once, whatever it is doing */
  kill(): void
}

export type StartHelper = (name: HelperName) => HelperProcess

/**
 * Node options: heaps far below the memory the process may take where it holds what a file brings or a year's rows, and
 * no way to the prototypes of all objects.
 */
export const HELPER_NODE_OPTIONS: Readonly<Record<HelperName, readonly string[]>> = {
  'store-checker': ['--disable-proto=delete'],
  'workbook-reader': ['--max-old-space-size=256', '--disable-proto=delete'],
  'year-writer': ['--max-old-space-size=192', '--max-semi-space-size=8', '--disable-proto=delete'],
}

/** What a helper needs to know of its surroundings: a reader of workbooks nothing, others where the temp folder is. */
export function helperEnvironment(name: HelperName): Record<string, string> {
  if (name === 'workbook-reader') return {}
  return Object.fromEntries(
    ['TMPDIR', 'TEMP', 'TMP', 'SystemRoot'].flatMap((key) => {
      const value = process.env[key]
      return value === undefined ? [] : [[key, value]]
    }),
  )
}
