// The built page's files. What may be asked for is the list of files that were there at the start: an address is
// looked up, never joined to a folder, so no address can lead outside.
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { NO_STORE, SECURITY_HEADERS } from './security-headers.ts'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The build puts a digest of the content into the names there: assets/index-Bx3kQ9aZ.js */
const HASHED_ASSET = /^\/assets\/.+-[\w-]{8,}\.\w+$/

/** Answers the request for one path of the page. */
export type ServeFile = (pathname: string) => Response

/** Lists a folder's files once; from then on answers only those, 404 for anything else. */
export function staticFiles(folder: string): ServeFile {
  const files = listFiles(folder, '')
  return (pathname) => {
    const asked = pathname === '/' ? '/index.html' : pathname
    const file = files.get(asked)
    if (file === undefined) return notFound()
    try {
      return new Response(readFileSync(file.place), { headers: file.headers })
    } catch {
      return notFound()
    }
  }
}

interface ListedFile {
  readonly place: string
  readonly headers: Readonly<Record<string, string>>
}

function listFiles(folder: string, address: string): Map<string, ListedFile> {
  const files = new Map<string, ListedFile>()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name)
    const path = `${address}/${entry.name}`
    const type = CONTENT_TYPES[extname(entry.name)]
    // A link is neither file nor folder here: it could point anywhere.
    if (entry.isDirectory()) for (const [key, file] of listFiles(place, path)) files.set(key, file)
    else if (entry.isFile() && type !== undefined) files.set(path, { place, headers: headersOf(path, type) })
  }
  return files
}

function headersOf(path: string, type: string): Readonly<Record<string, string>> {
  const caching = HASHED_ASSET.test(path)
    ? { 'Cache-Control': 'public, max-age=31536000, immutable' }
    : NO_STORE
  return { ...SECURITY_HEADERS, ...caching, 'Content-Type': type }
}

function notFound(): Response {
  return new Response('没有这个页面', {
    status: 404,
    headers: { ...SECURITY_HEADERS, ...NO_STORE, 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
