/** One turn of a chat, oldest first. */
export interface Turn {
  role: 'user' | 'assistant'
  content: string
}

export interface Question {
  system: string
  turns: Turn[]
  /** What the answer must look like (JSON Schema 2020-12), and a name for it. */
  schema: Record<string, unknown>
  name: string
  /** Tokens the answer may have. */
  longest: number
  seed: number
}

/**
 * A vendor's chat API, and nothing more: how to ask, how to hear. Asking again, schemas and patience are chat-model.ts's.
 * `stream` yields text as it comes ("" is a sign of life) and rejects with AppError `unavailable` (no server, no model, no
 * key), `model_failed` (it broke off) or whatever the raised signal made of it.
 */
export interface Provider {
  /** As provenance names it: "ollama:llama3.1:8b-instruct-q4_K_M". */
  readonly name: string
  stream(question: Question, signal: AbortSignal): AsyncIterable<string>
  /** See Model.trouble. */
  trouble(signal: AbortSignal): Promise<string | null>
}
