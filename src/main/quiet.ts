import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

const momentMs = 1000
/** Share of the moment that the event loop was at work. */
const littleWork = 0.1

/** Resolves as soon as the process has had next to nothing to do for a moment; rejects when the signal is raised. */
export async function whenQuiet(signal: AbortSignal): Promise<void> {
  for (;;) {
    const before = performance.eventLoopUtilization()
    await pause(momentMs, undefined, { signal, ref: false })
    if (performance.eventLoopUtilization(before).utilization < littleWork) return
  }
}
