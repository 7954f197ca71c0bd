import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { environment } from '../../src/config.js'
import { freePort } from '../../test/support/free-port.js'
import type { Burden } from './loop-probe.js'

export interface MeasuredService {
  url: string
  /** Counts from now on. */
  resetBurden(): void
  burden(): Promise<Burden>
  /** Bytes that the main thread holds, after garbage was collected. */
  memory(): Promise<number>
  stop(): Promise<void>
  /** Without a moment to finish anything; its folder stays until `stop`. */
  kill(): Promise<void>
}

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url))
const probe = new URL('./loop-probe.js', import.meta.url).href

/** Songs by the embedded composer, guests let in, and nobody slowed down; whatever a bench says otherwise goes before. */
const usual = { LMM_MODELS: 'embedded', LMM_RATE_PER_MINUTE: '100000', LMM_GUESTS: 'true', LMM_SANDBOX: 'false' }

/** What `npm start` and the image give to node. */
const asStarted = ['--max-semi-space-size=32']

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(100)) {
    if (child.exitCode !== null) throw new Error(`The service ended with code ${child.exitCode} before it was ready.`)
    const ready = await fetch(`${url}/ready`).catch(() => null)
    if (ready?.ok) return
  }
  throw new Error('The service was not ready within a minute.')
}

/** The service as people run it, in a process of its own with a folder of its own, and a probe in its event loop. */
export async function startService(settings: Record<string, string> = {}): Promise<MeasuredService> {
  const folder = await mkdtemp(join(tmpdir(), 'lmm-bench-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = fork(main, {
    execArgv: [...asStarted, '--expose-gc', '--import', probe],
    env: {
      ...environment(),
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      LOG_LEVEL: 'error',
      ...usual,
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  const stop = async () => {
    await end('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  }
  await untilReady(url, child).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return {
    url,
    resetBurden: () => void child.send('reset'),
    async burden() {
      const answer = once(child, 'message')
      child.send('report')
      const [burden] = (await answer) as [Burden]
      return burden
    },
    async memory() {
      const answer = once(child, 'message')
      child.send('memory')
      const [bytes] = (await answer) as [number]
      return bytes
    },
    stop,
    kill: () => end('SIGKILL'),
  }
}
