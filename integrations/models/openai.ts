import { AppError } from '../../src/errors.js'
import { ask } from './http.js'
import type { Provider } from './provider.js'
import { eventData } from './sse.js'

interface Chunk {
  choices?: { delta?: { content?: string | null; refusal?: string | null }; finish_reason?: string | null }[]
  error?: { message?: string }
}

const explain = (status: number) => {
  if (status === 401 || status === 403) return 'does not take the key (OPENAI_API_KEY)'
  return status === 404 ? 'has no such model' : null
}

/**
 * OpenAI's chat completions and the many servers that speak them (vLLM, llama.cpp, LM Studio), with JSON-schema output:
 * https://platform.openai.com/docs/api-reference/chat. `baseUrl` holds the version: "https://api.openai.com/v1"; `apiKey` is null
 * for a server that asks for none.
 */
export const openai = ({
  baseUrl,
  apiKey,
  model,
}: {
  baseUrl: string
  apiKey: string | null
  model: string
}): Provider => {
  const headers = { 'content-type': 'application/json', ...(apiKey && { authorization: `Bearer ${apiKey}` }) }
  const base = baseUrl.replace(/\/+$/, '')
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
      const response = await ask(
        `${base}/chat/completions`,
        { method: 'POST', headers, body: JSON.stringify(body), signal },
        explain,
      )
      for await (const data of eventData(response)) {
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

    async trouble(signal) {
      try {
        await ask(`${base}/models`, { headers, signal }, explain)
        return null
      } catch (thrown) {
        return `OpenAI at ${base} ${thrown instanceof AppError ? thrown.message : 'does not answer'}.`
      }
    },
  }
}
