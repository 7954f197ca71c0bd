import { createHash } from 'node:crypto'
import { composer } from '../../bench/songs/compose.js'
import { proofRequests } from '../../bench/songs/requests.js'

// A process of its own that composes some songs and prints a digest of each.
const compose = composer()
const id = '00000000-0000-4000-8000-000000000001'
for (const { input } of proofRequests.filter((_, at) => at % 12 === 0)) {
  const song = await compose(input, 5, id)
  console.log(createHash('sha256').update(JSON.stringify(song)).digest('hex'))
}
