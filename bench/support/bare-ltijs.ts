import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment } from '../../src/config.js'
import { freePort } from '../../test/support/free-port.js'
import type { BenchPlatform } from './platform.js'

const folder = fileURLToPath(new URL('../../../bench/bare-ltijs', import.meta.url))

/** The ltijs application to measure against, in a process of its own. Its dependencies are installed into its own folder, once. */
export async function startBareLtijs(
  database: URL,
  platform: BenchPlatform,
): Promise<{ url: string; stop(): Promise<void> }> {
  if (!existsSync(join(folder, 'node_modules')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 2, 2] })
  const port = await freePort()
  const { issuer, clientId, authUrl, tokenUrl, jwksUrl } = platform
  const settings = {
    port,
    platform: { issuer, clientId, authUrl, tokenUrl, jwksUrl },
    database: {
      name: database.pathname.slice(1),
      user: decodeURIComponent(database.username),
      password: decodeURIComponent(database.password),
      host: database.searchParams.get('host') ?? database.hostname,
      port: Number(database.port || 5432),
    },
  }
  const child = fork(join(folder, 'server.cjs'), {
    env: { ...environment(), NODE_ENV: 'production', BARE_LTIJS: JSON.stringify(settings) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [ready] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown]
  if (ready !== 'ready') throw new Error('The bare ltijs application did not start.')
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
