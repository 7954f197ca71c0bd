import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TaskName } from '../../src/domain/tasks.js'

/** One answer as the server gave it; times in milliseconds of `performance.now()`. */
export interface Served {
  task: TaskName
  began: number
  ended: number
  tokens: number
}

/** By a property that only that task's answer has. */
const marks: Record<string, TaskName> = {
  keyConcepts: 'educational_context',
  progressions: 'genre_analyzer',
  options: 'hook_generator',
  title: 'lyrics_composer',
  notes: 'theory_integrator',
}

interface Asked {
  format: { properties: Record<string, unknown> }
}

/** A token of English has about four characters. */
const tokensOf = (text: string): string[] => text.match(/[\s\S]{1,4}/g) ?? []

/** Speaks Ollama's /api/chat: gives the prepared answers, `perToken` milliseconds for each token, as a machine would. */
export async function slowOllama(answers: Record<TaskName, unknown>, perToken: number) {
  const served: Served[] = []
  const server = createServer((request, response) => {
    const serve = async () => {
      let body = ''
      for await (const chunk of request.setEncoding('utf8')) body += chunk as string
      const began = performance.now()
      const mark = Object.keys((JSON.parse(body) as Asked).format.properties).find((key) => key in marks)!
      const task = marks[mark]!
      const tokens = tokensOf(JSON.stringify(answers[task]))
      const send = (content: string, done: boolean) =>
        response.write(`${JSON.stringify({ message: { role: 'assistant', content }, done, done_reason: 'stop' })}\n`)
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      for (const [at, token] of tokens.entries()) {
        await sleep(Math.max(0, began + (at + 1) * perToken - performance.now()))
        send(token, false)
      }
      send('', true)
      response.end()
      served.push({ task, began, ended: performance.now(), tokens: tokens.length })
    }
    serve().catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
