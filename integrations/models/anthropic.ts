import { AppError } from '../../src/errors.js'
import { ask } from './http.js'
import type { Provider } from './provider.js'
import { eventData } from './sse.js'

interface Event {
  type: string
  delta?: { type?: string; partial_json?: string; stop_reason?: string | null }
  error?: { type?: string; message?: string }
}

const explain = (status: number) => {
  if (status === 401 || status === 403) return 'does not take the key (ANTHROPIC_API_KEY)'
  return status === 404 ? 'has no such model' : null
}

/**
 * Anthropic's messages API: https://docs.anthropic.com/en/api/messages. The answer is the input of the one tool the model
 * must use, so that it comes in the shape of the schema and streams as JSON.
 */
export const anthropic = ({
  baseUrl,
  apiKey,
  model,
}: {
  baseUrl: string
  apiKey: string | null
  model: string
}): Provider => {
  const headers = { 'x-api-key': apiKey ?? '', 'anthropic-version': '2023-06-01', 'content-type': 'application/json' }
  const base = baseUrl.replace(/\/+$/, '')
  return {
    name: `anthropic:${model}`,

    async *stream({ system, turns, schema, name, longest }, signal) {
      const body = {
        model,
        system,
        messages: turns,
        stream: true,
        max_tokens: longest,
        tools: [{ name, description: 'Hands over the answer.', input_schema: schema }],
        tool_choice: { type: 'tool', name },
      }
      const response = await ask(
        `${base}/v1/messages`,
        { method: 'POST', headers, body: JSON.stringify(body), signal },
        explain,
      )
      for await (const data of eventData(response)) {
        const { type, delta, error } = JSON.parse(data) as Event
        if (error) throw new AppError('model_failed', 'broke off its answer', { cause: error })
        if (type === 'message_stop') return
        yield delta?.partial_json ?? ''
        if (delta?.stop_reason === 'max_tokens')
          throw new AppError('model_failed', `gave an answer without an end (over ${longest} tokens)`)
        if (delta?.stop_reason === 'refusal') throw new AppError('model_failed', 'did not want to answer')
      }
      throw new AppError('model_failed', 'broke off its answer')
    },

    async trouble(signal) {
      if (!apiKey) return 'ANTHROPIC_API_KEY is not set.'
      try {
        await ask(`${base}/v1/models`, { headers, signal }, explain)
        return null
      } catch (thrown) {
        return `Anthropic at ${base} ${thrown instanceof AppError ? thrown.message : 'does not answer'}.`
      }
    },
  }
}
