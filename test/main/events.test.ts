import { expect, test } from '@jest/globals'
import { createEvents } from '../../src/events.js'
import { createLogger } from '../../src/logger.js'

const lines: string[] = []
const log = createLogger({ logLevel: 'error' }, { write: (line: string) => void lines.push(line) })
const song = { tenant: 't', song: 's', person: 'p' }

test('a listener that fails, at once or later, harms nobody and is logged', async () => {
  const events = createEvents(log)
  const heard: string[] = []
  events.on('song.created', () => {
    throw new Error('at once')
  })
  events.on('song.created', async () => Promise.reject(new Error('later')))
  events.on('song.created', ({ song: id }) => void heard.push(id))
  events.emit('song.created', song)
  expect(heard).toEqual(['s'])
  await new Promise((resolve) => setImmediate(resolve))
  expect(new Set(lines.map((line) => JSON.parse(line).err.message))).toEqual(new Set(['at once', 'later']))
})

test('who stops listening hears no more, also in the middle of an event', () => {
  const events = createEvents(log)
  const heard: string[] = []
  const stop = events.on('song.created', () => {
    heard.push('first')
    stop()
  })
  events.on('song.created', () => void heard.push('second'))
  events.on('song.failed', () => void heard.push('another event'))
  events.emit('song.created', song)
  events.emit('song.created', song)
  expect(heard).toEqual(['first', 'second', 'second'])
})
