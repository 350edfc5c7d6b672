// Programs the tests need besides npm packages: a Chromium, Chinese fonts, and LibreOffice with Poppler and openpyxl to
// look at workbooks through other eyes than ours, and xlsxwriter for the benchmark against it. Debian and Ubuntu bring
// them through apt-get; elsewhere Playwright brings its own Chromium, what looks at workbooks is declared as not run,
// and the benchmark says that it was not measured. Nothing is asked of the network when everything is there.
import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { alone } from './lock-folder.mjs'
import { runNode24 } from './node-24.mjs'
import { run, say } from './processes.mjs'

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const aptLists = '/var/lib/apt/lists'

/**
 * @typedef {object} SystemPrograms
 * @property {string | null} chromium null: Playwright's own
 * @property {string | null} python one that can import openpyxl
 * @property {string | null} soffice
 * @property {boolean} hasWriter LibreOffice comes in parts; its Writer reads Word documents
 * @property {string | null} pdftotext
 * @property {boolean} hasXlsxwriter some Python can import it
 * @property {boolean} hasChineseFont
 */

/** @returns {Promise<SystemPrograms>} */
export async function findSystemPrograms() {
  const [chromium, python, withXlsxwriter, hasChineseFont] = await Promise.all([
    findChromium(),
    findPython('openpyxl'),
    findPython('xlsxwriter'),
    findChineseFont(),
  ])
  const soffice = findProgram('soffice')
  return {
    chromium,
    python,
    hasXlsxwriter: withXlsxwriter !== null,
    hasChineseFont,
    soffice,
    hasWriter: soffice !== null && existsSync(join(dirname(realpathSync(soffice)), 'libswlo.so')),
    pdftotext: findProgram('pdftotext'),
  }
}

/** @param {SystemPrograms} programs */
export function canLookAtWorkbooks(programs) {
  return Boolean(programs.soffice && programs.pdftotext && programs.python)
}

/**
 * Installs what is missing.
 * @returns {Promise<SystemPrograms | null>} null when something is missing and could not be installed; said already
 */
export async function ensureSystemPrograms() {
  const found = await findSystemPrograms()
  if (existsSync('/usr/bin/apt-get')) {
    const missing = missingDebianPackages(found)
    if (missing.length === 0) return found
    return alone('apt', async () => {
      if (!(await aptInstall(missing))) return null
      const now = await findSystemPrograms()
      const still = missingDebianPackages(now)
      // Ubuntu's package is an empty shell around its own store; there, Playwright's browser serves.
      if (still.length === 1 && still[0] === 'chromium') return (await playwrightChromium()) ? now : null
      if (still.length === 0) return now
      say(`装好以后仍然找不到：${still.join(' ')}。请检查系统的软件包，再重新运行本命令。`)
      return null
    })
  }
  return found.chromium || (await playwrightChromium()) ? found : null
}

/** The environment the tests find these programs by. @param {SystemPrograms} programs */
export function testEnvironment(programs) {
  return {
    ...(programs.chromium && { YAODIAN_CHROMIUM: programs.chromium }),
    ...(programs.python && { YAODIAN_PYTHON: programs.python }),
    ...(programs.soffice && { YAODIAN_SOFFICE: programs.soffice }),
    ...(programs.pdftotext && { YAODIAN_PDFTOTEXT: programs.pdftotext }),
  }
}

/** @param {SystemPrograms} programs */
function missingDebianPackages(programs) {
  return [
    ...(programs.chromium ? [] : ['chromium']),
    ...(programs.hasChineseFont ? [] : ['fonts-noto-cjk']),
    ...(programs.soffice ? [] : ['libreoffice-calc-nogui', 'libreoffice-common']),
    ...(programs.hasWriter ? [] : ['libreoffice-writer-nogui']),
    ...(programs.pdftotext ? [] : ['poppler-utils']),
    ...(programs.python ? [] : ['python3-openpyxl']),
    ...(programs.hasXlsxwriter ? [] : ['python3-xlsxwriter']),
  ]
}

/** @param {readonly string[]} packages */
async function aptInstall(packages) {
  // Reinstall: a package the system counts as installed, but whose program is gone, is put back.
  const install = ['install', '-y', '-q', '--no-install-recommends', '--reinstall', ...packages]
  const isRoot = process.getuid?.() === 0
  if (!isRoot && (await run('sudo', ['-n', 'true'], { output: 'keep' })).code !== 0) {
    say(`缺少系统软件。请先运行：sudo apt-get install -y ${packages.join(' ')}，再重新运行本命令。`)
    return false
  }
  say(`正在安装系统软件（约一分钟）：${packages.join(' ')}…`)
  let lastOutput = ''
  const apt = async (/** @type {readonly string[]} */ args) => {
    const words = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=120', ...args]
    const { code, output } = await run(isRoot ? 'env' : 'sudo', isRoot ? words : ['-n', 'env', ...words], {
      output: 'keep',
    })
    lastOutput = output.trim().split('\n').slice(-15).join('\n')
    return code === 0
  }
  const knowsPackages =
    existsSync(aptLists) && readdirSync(aptLists).some((name) => name.includes('_Packages'))
  if (knowsPackages && (await apt(install))) return true
  if ((await apt(['update', '-q'])) && (await apt(install))) return true
  say(lastOutput)
  say(
    `系统软件没有装好。请检查网络和 apt 源，或手工运行：apt-get install -y ${packages.join(' ')}，再重新运行本命令。`,
  )
  return false
}

async function playwrightChromium() {
  const { code } = await runNode24('node_modules/@playwright/test/cli.js', ['install', 'chromium'], {
    output: 'to-stderr',
  })
  if (code !== 0)
    say(
      'Playwright 的 Chromium 没有装好。请检查网络，或用环境变量 YAODIAN_CHROMIUM 指明已有的 Chromium 或 Chrome。',
    )
  return code === 0
}

async function findChromium() {
  const named = process.env.YAODIAN_CHROMIUM
  if (named) return existsSync(named) ? named : null
  // On Windows and macOS a person's own browser stays out of the tests.
  if (process.platform !== 'linux') return null
  for (const path of browserNames.map(findProgram)) {
    if (path && (await run(path, ['--version'], { output: 'keep', timeoutMs: 20_000 })).code === 0)
      return path
  }
  return null
}

/** @param {'openpyxl' | 'xlsxwriter'} library that it has to have */
async function findPython(library) {
  const candidates = [
    process.env.YAODIAN_PYTHON,
    findProgram('python3'),
    '/usr/bin/python3',
    findProgram('python'),
  ]
  for (const path of candidates) {
    if (
      path &&
      existsSync(path) &&
      (await run(path, ['-c', `import ${library}`], { output: 'keep' })).code === 0
    )
      return path
  }
  return null
}

async function findChineseFont() {
  if (process.platform !== 'linux') return true
  if (!findProgram('fc-list')) return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
  return (await run('fc-list', [':lang=zh', 'family'], { output: 'keep' })).output.trim() !== ''
}

/** @param {string} name @returns {string | null} */
function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name)
    try {
      accessSync(path, constants.X_OK)
      if (folder) return path
    } catch {
      // Not in this folder.
    }
  }
  return null
}
