import { AppError } from '../../src/errors.js'
import type { Provider } from './provider.js'
import { eventData } from './sse.js'
import { type Account, vendorApi } from './vendor-api.js'

interface Event {
  type: string
  delta?: { type?: string; partial_json?: string; stop_reason?: string | null }
  error?: { type?: string; message?: string }
}

/**
 * Anthropic's messages API: https://docs.anthropic.com/en/api/messages. The answer is the input of the one tool the model
 * must use, so that it comes in the shape of the schema and streams as JSON.
 */
export const anthropic = ({ baseUrl, apiKey, model }: Account): Provider => {
  const api = vendorApi({
    name: 'Anthropic',
    baseUrl,
    headers: { 'x-api-key': apiKey ?? '', 'anthropic-version': '2023-06-01' },
    keyName: 'ANTHROPIC_API_KEY',
  })
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
      for await (const data of eventData(await api.post('/v1/messages', body, signal))) {
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

    trouble: async (signal) => (apiKey ? await api.trouble('/v1/models', signal) : 'ANTHROPIC_API_KEY is not set.'),
  }
}
