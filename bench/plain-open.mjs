// The least any program on this ground does: Node, the database library, open, one question.
import Database from 'better-sqlite3'

const [file] = process.argv.slice(2)
const db = new Database(file)
process.exit(db.prepare('SELECT count(*) FROM journal').pluck().get() > 0 ? 0 : 1)
