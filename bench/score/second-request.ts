import { percentile } from '../support/percentile.js'
import { startService } from '../support/service.js'
import { timed } from './per-format.js'
import { kinds, promptOf } from './songs.js'

interface Times {
  medianMs: number | null
  p95Ms: number | null
}

const asTimes = (times: number[]): Times => {
  times.sort((a, b) => a - b)
  return { medianMs: percentile(times, 0.5), p95Ms: percentile(times, 0.95) }
}

/**
 * What a client waits for a file that was made before: over HTTP, from the running service, by its id, its rights and its
 * database; one request after the other, after one that makes the file. `song` is the same request for the song in JSON, which
 * needs no file: what is beyond it is the file's.
 */
export async function secondRequest(rounds: number): Promise<Record<string, Times>> {
  const service = await startService()
  try {
    const welcome = await fetch(`${service.url}/api/v1/education/genres?limit=1`)
    const headers = { Cookie: welcome.headers.get('set-cookie')?.split(';')[0] ?? '' }
    const made = await fetch(`${service.url}/api/v1/mashup`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ prompt: promptOf(0), seed: 1 }),
    })
    const { id } = (await made.json()) as { id: string }
    const fetched = async (path: string) => {
      const response = await fetch(`${service.url}/api/v1/mashup/${id}${path}`, { headers })
      if (!response.ok) throw new Error(`${path} was answered ${response.status}`)
      await response.arrayBuffer()
    }
    const paths: Record<string, string> = { song: '' }
    for (const [name, { format, excerpt }] of Object.entries(kinds))
      paths[name] = `/${format}${excerpt === undefined ? '' : `?excerpt=${excerpt}`}`
    for (const path of Object.values(paths)) await fetched(path)
    const times = new Map(Object.keys(paths).map((name) => [name, [] as number[]]))
    for (let round = 0; round < rounds; round++)
      for (const [name, path] of Object.entries(paths)) times.get(name)!.push(await timed(() => fetched(path)))
    const warm = (name: string) => times.get(name)!.slice(Math.ceil(rounds / 5))
    return {
      all: asTimes(Object.keys(kinds).flatMap(warm)),
      ...Object.fromEntries(Object.keys(paths).map((name) => [name, asTimes(warm(name))])),
    }
  } finally {
    await service.stop()
  }
}
