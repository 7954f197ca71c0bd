import type { Config } from '../../src/config.js'
import type { Logger } from '../../src/logger.js'
import type { Compute, Model } from '../../src/ports.js'
import { anthropic } from './anthropic.js'
import { type ChainWatch, chain } from './chain.js'
import { chatModel } from './chat-model.js'
import { embedded } from './embedded.js'
import { ollama } from './ollama.js'
import { openai } from './openai.js'

/** The counters of src/metrics.ts that models move. */
interface ModelCounters {
  modelCalls: { inc(labels: { provider: string; outcome: string }, value: number): void }
  modelRetries: { inc(value: number): void }
  modelFallbacks: { inc(labels: { from: string; to: string }): void }
}

interface Means {
  compute: Compute
  metrics: ModelCounters
  log: Logger
}

/** The chain of LMM_MODELS, counted and logged. */
export function openModel(config: Config, { compute, metrics, log }: Means): Model {
  const make = {
    ollama: () => chatModel(ollama(config.ollama)),
    openai: () => chatModel(openai(config.openai)),
    anthropic: () => chatModel(anthropic(config.anthropic)),
    embedded: () => embedded(compute),
  }
  return chain(
    config.models.map((name) => make[name]()),
    counted(metrics, log),
  )
}

/** "ollama" of "ollama:llama3.1:8b": labels of metrics stay few. */
const provider = (model: string) => model.split(':', 1)[0] ?? model

const counted = (metrics: ModelCounters, log: Logger): ChainWatch => ({
  called({ model, attempts, outcome }) {
    metrics.modelCalls.inc({ provider: provider(model), outcome }, 1)
    if (attempts > 1) metrics.modelRetries.inc(attempts - 1)
  },
  fellBack(from, to, task, error) {
    metrics.modelFallbacks.inc({ from: provider(from), to: provider(to) })
    log.warn({ from, to, task, code: error.code, faults: error.faults, err: error.cause }, 'The next model answers')
  },
})
