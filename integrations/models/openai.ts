import { AppError } from '../../src/errors.js'
import type { Provider } from './provider.js'
import { eventData } from './sse.js'
import { type Account, vendorApi } from './vendor-api.js'

interface Chunk {
  choices?: { delta?: { content?: string | null; refusal?: string | null }; finish_reason?: string | null }[]
  error?: { message?: string }
}

/**
 * OpenAI's chat completions and the many servers that speak them (vLLM, llama.cpp, LM Studio), with JSON-schema output:
 * https://platform.openai.com/docs/api-reference/chat. `baseUrl` holds the version: "https://api.openai.com/v1".
 */
export const openai = ({ baseUrl, apiKey, model }: Account): Provider => {
  const api = vendorApi({
    name: 'OpenAI',
    baseUrl,
    headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
    keyName: 'OPENAI_API_KEY',
  })
  return {
    name: `openai:${model}`,

    async *stream({ system, turns, schema, name, longest }, signal) {
      const body = {
        model,
        messages: [{ role: 'system', content: system }, ...turns],
        stream: true,
        max_completion_tokens: longest,
        response_format: { type: 'json_schema', json_schema: { name, schema, strict: true } },
      }
      for await (const data of eventData(await api.post('/chat/completions', body, signal))) {
        if (data === '[DONE]') return
        const { choices, error } = JSON.parse(data) as Chunk
        if (error) throw new AppError('model_failed', 'broke off its answer', { cause: error })
        const choice = choices?.[0]
        if (choice?.delta?.refusal) throw new AppError('model_failed', 'did not want to answer')
        yield choice?.delta?.content ?? ''
        if (choice?.finish_reason === 'length')
          throw new AppError('model_failed', `gave an answer without an end (over ${longest} tokens)`)
        if (choice?.finish_reason === 'content_filter') throw new AppError('model_failed', 'did not want to answer')
      }
      throw new AppError('model_failed', 'broke off its answer')
    },

    trouble: (signal) => api.trouble('/models', signal),
  }
}
