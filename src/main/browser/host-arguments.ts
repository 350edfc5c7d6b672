// What may be said when a window or the browser host is started.
import { parseArgs } from 'node:util'

export interface BrowserHostArguments {
  readonly dataFolder: string | null
  readonly opensBrowser: boolean
  readonly port: number
}

export const BROWSER_HOST_USAGE = '用法：browser-host [--data 数据文件夹] [--port 端口] [--no-open]'

/** Reads the browser host's arguments; null when they are not understood. */
export function readBrowserHostArguments(words: readonly string[]): BrowserHostArguments | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
      },
    })
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
    if (!(port <= 65535) || values.data === '') return null
    return { dataFolder: values.data ?? null, opensBrowser: !values['no-open'], port }
  } catch {
    return null
  }
}

/**
 * The data folder named for a window, null for the usual one. The system and the browser engine add words of their
 * own, so anything else is passed over; nothing given here is ever run or opened.
 */
export function readWindowDataFolder(words: readonly string[]): string | null {
  const index = words.indexOf('--data')
  const named =
    index >= 0 ? words[index + 1] : words.find((word) => word.startsWith('--data='))?.slice('--data='.length)
  return named === undefined || named === '' || named.startsWith('--') ? null : named
}
