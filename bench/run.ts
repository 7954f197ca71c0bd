import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What each bench/NAME.ts exports: measures, and returns its figures by name; `write` renews the pages that keep them. */
interface Bench {
  run(options: { quick: boolean; write: boolean }): Promise<Record<string, unknown>>
}

const folder = dirname(fileURLToPath(import.meta.url))
const [name = '', ...flags] = process.argv.slice(2)
const file = join(folder, `${name}.js`)

if (!/^[a-z][a-z-]*$/.test(name) || name === 'run' || !existsSync(file)) {
  const names = readdirSync(folder).flatMap((entry) => /^(?!run\.)([a-z-]+)\.js$/.exec(entry)?.[1] ?? [])
  console.error(`npm run bench -- NAME [--quick], where NAME is one of: ${names.join(', ')}`)
  process.exit(2)
}

const bench = (await import(pathToFileURL(file).href)) as Bench
const quick = flags.includes('--quick')
const figures = await bench.run({ quick, write: flags.includes('--write') })
const width = Math.max(...Object.keys(figures).map((key) => key.length))
for (const [key, value] of Object.entries(figures)) console.log(`${key.padEnd(width)}  ${JSON.stringify(value)}`)
// The last line is for programs.
console.log(JSON.stringify({ bench: name, quick, ...figures }))
