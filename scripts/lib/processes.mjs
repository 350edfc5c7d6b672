// Everything a script starts goes through here: from the project's own folder, without a shell (paths with spaces and
// Windows quoting stay out of it), with the exit code kept.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The project's folder, without a separator at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

// A bare Linux has no language set, and then Chromium cannot read the files whose names are Chinese: a plan or a form
// that somebody chooses would be passed over without a word, in the window, in the browser and in the tests.
if (process.platform === 'linux' && !isUtf8(process.env)) process.env.LC_ALL = 'C.UTF-8'

/** @param {NodeJS.ProcessEnv} env as setlocale reads it: the first that is set and not empty counts */
function isUtf8({ LC_ALL, LC_CTYPE, LANG }) {
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '')
}

/** @param {string} text One line for the person at the terminal; standard output stays free for answers. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** @param {string} text One line of a command whose answer is its text: the course and outcome of the checks. */
export function print(text) {
  process.stdout.write(`${text}\n`)
}

/**
 * @typedef {object} RunOptions
 * @property {'show' | 'to-stderr' | 'keep' | 'answer'} [output] show it as it comes, show it all on standard error, keep
 *   it all for the caller, or keep what comes on standard output only
 * @property {Record<string, string | undefined>} [env] added to the environment
 * @property {number} [timeoutMs] end it after this time
 * @property {string} [folder] where it runs; the project's folder unless said otherwise
 */

/**
 * Starts a program and waits for its end; never throws.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  const { output = 'show', env = {}, timeoutMs = 0, folder = root } = options
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: [
        'inherit',
        output === 'show' ? 'inherit' : output === 'to-stderr' ? 2 : 'pipe',
        output === 'keep' ? 'pipe' : 'inherit',
      ],
      timeout: timeoutMs,
      windowsHide: true,
    })
    let kept = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => (kept += text))
    child.stderr?.setEncoding('utf8').on('data', (text) => (kept += text))
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    // The terminal sends Ctrl-C to the child as well; this process only has to live until the child has ended.
    const stay = () => {}
    process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', stay)
    const finish = (/** @type {number} */ code) => {
      process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', stay)
      done({ code, output: kept })
    }
    child.on('error', (error) => {
      kept += error.message
      finish(127)
    })
    child.on('close', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}
