import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** Loaded into a measured process with `--import`; its parent asks over IPC. Worker threads load it too, and are not meant. */
const resolution = 5

/** Milliseconds that the event loop was held up, over what the timer itself waits. */
export interface LoopDelay {
  max: number
  p99: number
}

if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  const ms = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e5) / 10 - resolution)
  process.on('message', (question) => {
    if (question === 'reset') delay.reset()
    if (question === 'report') process.send?.({ max: ms(delay.max), p99: ms(delay.percentile(99)) } satisfies LoopDelay)
  })
  // Being asked is no reason to live on.
  process.channel?.unref()
}
