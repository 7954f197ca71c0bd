import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** Loaded into a measured process with `--import`; its parent asks over IPC. Worker threads load it too, and are not meant. */
const resolution = 5

/** Since the last reset, all in milliseconds. */
export interface Burden {
  /** How long the event loop was held up at most, over what the timer itself waits. */
  loopMax: number
  loopP99: number
  /** Processor time of all threads. */
  cpu: number
}

if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  let before = process.cpuUsage()
  const ms = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e5) / 10 - resolution)
  process.on('message', (question) => {
    if (question === 'reset') {
      delay.reset()
      before = process.cpuUsage()
    }
    if (question === 'report') {
      const { user, system } = process.cpuUsage(before)
      const burden: Burden = { loopMax: ms(delay.max), loopP99: ms(delay.percentile(99)), cpu: (user + system) / 1000 }
      process.send?.(burden)
    }
  })
  process.on('message', (question) => {
    if (question !== 'memory') return
    // What nobody holds any more is no burden.
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    process.send?.(heapUsed + external)
  })
  // Being asked is no reason to live on.
  process.channel?.unref()
}
