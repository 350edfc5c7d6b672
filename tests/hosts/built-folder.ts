import { join } from 'node:path'

/** Where the build puts what is shipped; these tests run that and not the sources. */
export const BUILT_FOLDER = join(import.meta.dirname, '../../out')
