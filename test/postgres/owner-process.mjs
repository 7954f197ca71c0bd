// node owner-process.mjs MODULE FOLDER [write]: owns the cluster of a folder until it is killed. Says its URL, or why it has none;
// with `write` it then writes rows, and says the number of each once the server has acknowledged it.
import { pathToFileURL } from 'node:url'
import pg from 'pg'

const [embedded, folder, task] = process.argv.slice(2)
const { startEmbeddedPostgres } = await import(pathToFileURL(embedded).href)
const log = { info() {}, warn() {}, error() {} }

try {
  const { url } = await startEmbeddedPostgres(folder, log)
  console.log(url)
  if (task === 'write') {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('CREATE TABLE written (n int)')
    for (let n = 1; ; n++) {
      await client.query('INSERT INTO written VALUES ($1)', [n])
      console.log(n)
    }
  }
  process.stdin.resume()
} catch (error) {
  console.log(`${error.code}: ${error.message}`)
}
