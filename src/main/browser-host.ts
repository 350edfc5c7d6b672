// Entry: the same screens in the person's own browser, for machines without the window's runtime.
import { join, resolve } from 'node:path'
import {
  BROWSER_HOST_USAGE,
  type BrowserHostArguments,
  readBrowserHostArguments,
} from './browser/host-arguments.ts'
import { startBrowserHost } from './browser/start-browser-host.ts'
import { composeService } from './compose-service.ts'
import { defaultDataFolder } from './default-data-folder.ts'
import { hasDesktop, openWithSystem } from './open-with-system.ts'
import { staticFiles } from './static-files.ts'

const given = readBrowserHostArguments(process.argv.slice(2))
if (given === null) {
  console.error(BROWSER_HOST_USAGE)
  process.exitCode = 2
} else {
  await run(given).catch((error: unknown) => {
    console.error(failureSentence(error))
    process.exitCode = 1
  })
}

async function run({ dataFolder, port, opensBrowser }: BrowserHostArguments): Promise<void> {
  const folder = resolve(dataFolder ?? defaultDataFolder())
  const start = await startBrowserHost({
    dataFolder: folder,
    port,
    serveFile: staticFiles(join(import.meta.dirname, '../renderer')),
    openService: () =>
      composeService({
        dataFolder: folder,
        mode: 'browser',
        ...(hasDesktop() && { openFolder: (shown: string) => void openWithSystem(shown) }),
      }),
  })
  if (start.kind === 'already-running') {
    console.log(`要点台账已经在运行，直接用它打开页面：${start.address}`)
  } else {
    closeOnSignal(() => start.close())
    console.log(`要点台账已启动，页面地址（只能用一次）：${start.address}`)
  }
  if (opensBrowser && !(await openWithSystem(start.address))) {
    console.error('没能自动打开浏览器，请把上面的地址复制到浏览器里打开。')
  }
}

function closeOnSignal(close: () => Promise<void>): void {
  let isClosing = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isClosing) return
      isClosing = true
      void close().finally(() => process.exit(0))
    })
  }
}

function failureSentence(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return '这个端口已被别的程序占用，请换一个端口，或不指定端口再启动一次。'
  if (code === 'ENOENT') return '软件的页面文件不完整，请重新安装后再启动。'
  return `要点台账没有启动成功（${error instanceof Error ? error.message : '未知原因'}），请再试一次。`
}
