// The built writer's first workbook in a fresh process; prints the milliseconds from loading it to the bytes.
import { readdirSync, readFileSync } from 'node:fs'

const [reportFile] = process.argv.slice(2)
const report = JSON.parse(readFileSync(reportFile, 'utf8'))
const chunks = new URL('../out/main/chunks/', import.meta.url)
const writer = readdirSync(chunks).find((name) => name.startsWith('write-workbook-'))
const began = performance.now()
const { writeWorkbook } = await import(new URL(writer, chunks).href)
await writeWorkbook(report)
console.info(performance.now() - began)
