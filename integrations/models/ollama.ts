import { Ollama } from 'ollama'
import { AppError } from '../../src/errors.js'
import { ask } from './http.js'
import type { Provider } from './provider.js'

/** The same for every task: another size makes Ollama load the model anew. It holds our longest prompt and its answer. */
const contextTokens = 8192

const withTag = (model: string) => (model.includes(':') ? model : `${model}:latest`)

/** A client whose every request ends with `signal`: its own `abort()` would end everybody's. */
const clientFor = (host: string, model: string, signal: AbortSignal) =>
  new Ollama({
    host,
    fetch: (url, init) =>
      ask(url, { ...init, signal: init?.signal ? AbortSignal.any([signal, init.signal]) : signal }, (status) =>
        status === 404 ? `has no model "${model}" (get it with: ollama pull ${model})` : null,
      ),
  })

/** A model on the school's own machine: https://github.com/ollama/ollama/blob/main/docs/api.md, structured by `format`. */
export const ollama = ({ host, model }: { host: string; model: string }): Provider => ({
  name: `ollama:${model}`,

  async *stream({ system, turns, schema, longest, seed }, signal) {
    const answer = await clientFor(host, model, signal).chat({
      model,
      messages: [{ role: 'system', content: system }, ...turns],
      stream: true,
      format: schema,
      keep_alive: '15m',
      options: { num_ctx: contextTokens, num_predict: longest, seed, temperature: 0.7 },
    })
    for await (const part of answer) {
      yield part.message?.content ?? ''
      if (part.done && part.done_reason === 'length')
        throw new AppError('model_failed', `gave an answer without an end (over ${longest} tokens)`)
    }
  },

  async trouble(signal) {
    try {
      const { models } = await clientFor(host, model, signal).list()
      if (models.some(({ name }) => name === withTag(model))) return null
      return `Ollama has no model "${model}". Get it with: ollama pull ${model}`
    } catch {
      return `Ollama does not answer at ${host}. Start it with "ollama serve" or set OLLAMA_HOST, then: ollama pull ${model}`
    }
  },
})
