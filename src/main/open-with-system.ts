// Hands an address or a folder to whatever the desktop opens it with. Never needed for the product to work.
import { spawn } from 'node:child_process'

/** An opener that fails says so at once; one that still runs by then has opened something. */
const PATIENCE_MS = 3000

interface Opener {
  readonly command: string
  readonly leadingArguments: readonly string[]
}

function opener(platform: NodeJS.Platform): Opener {
  if (platform === 'darwin') return { command: 'open', leadingArguments: [] }
  // Not `start`: that is the shell's, and the shell would read the address as a command line.
  if (platform === 'win32') {
    return { command: 'rundll32.exe', leadingArguments: ['url.dll,FileProtocolHandler'] }
  }
  return { command: 'xdg-open', leadingArguments: [] }
}

/** Whether there is a desktop to open things on. */
export function hasDesktop(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** Opens an address or folder; false when that did not work. Never throws. */
export function openWithSystem(target: string): Promise<boolean> {
  const { command, leadingArguments } = opener(process.platform)
  return new Promise((resolve) => {
    const child = spawn(command, [...leadingArguments, target], { detached: true, stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
    setTimeout(() => resolve(true), PATIENCE_MS).unref()
    child.unref()
  })
}
