// node scripts/run.mjs FILE [args]: builds what is not built, then runs dist/FILE in this process.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'

const [file, ...args] = process.argv.slice(2)
const target = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', file)
ensureBuilt({ web: file === 'src/main.js' || args[0] === 'serve' })
process.argv = [process.argv[0], target, ...args]
await import(pathToFileURL(target).href)
