import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { renderingKey } from '../../integrations/rendering/key.js'
import { type Format, formatNames, formats } from '../../src/domain/song-file.js'
import { AppError } from '../../src/errors.js'
import { lazyRenderings } from '../../src/main/lazy-renderings.js'
import type { Renderings } from '../../src/ports.js'
import { type Served, serve } from './serve.js'

let service: Served
let cookie: string
let place: string
let failure: AppError | null = null
const made = new Map<string, Promise<Uint8Array>>()
/** In this thread, each file once, and out of order when a test says so. */
const renderings: Renderings = {
  async file(song, wanted) {
    if (failure) throw failure
    const key = renderingKey(song, wanted)
    const file = made.get(key) ?? lazyRenderings.file(song, wanted)
    made.set(key, file)
    return file
  },
  close: async () => {},
}

beforeAll(async () => {
  service = await serve({ renderings })
  cookie = await service.newGuest()
  const made = await service.ask('POST', '/api/v1/mashup', {
    body: { prompt: 'trap x baroque about photosynthesis', seed: 11 },
    cookie,
  })
  place = made.headers.get('location')!
}, 120_000)
afterAll(() => service.close())

async function fetchBytes(path: string, headers: Record<string, string> = {}) {
  const response = await service.send('GET', `${place}/${path}`, { cookie, headers })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

const starts: Record<Format, RegExp> = {
  'score.svg': /^<svg /,
  'score.png': /^\u0089PNG/,
  'score.pdf': /^%PDF-/,
  'song.musicxml': /^<\?xml/,
  'song.mid': /^MThd/,
  'song.abc': /^%abc/,
  'song.mp3': /^\u00ff\u00fb/,
  'song.ogg': /^OggS/,
  'lyrics.txt': /\w/,
}

describe('a song’s files', () => {
  test.each(formatNames)(
    '%s has its type, its name and its bytes',
    async (format) => {
      const { status, headers, bytes } = await fetchBytes(`${format}${/mp3|ogg/.test(format) ? '?excerpt=5' : ''}`)
      expect(status).toBe(200)
      expect(bytes.toString('latin1')).toMatch(starts[format])
      expect(headers.get('content-type')!.split(';')[0]).toBe(formats[format].mediaType)
      expect(headers.get('content-length')).toBe(String(bytes.length))
      expect(headers.get('content-disposition')).toMatch(new RegExp(`\\.${formats[format].extension}"; filename\\*=`))
    },
    120_000,
  )

  test('what browsers show is shown, what is to be saved is saved', async () => {
    const disposition = async (path: string) =>
      (await fetchBytes(path)).headers.get('content-disposition')!.split(';')[0]
    expect(await disposition('score.svg')).toBe('inline')
    expect(await disposition('score.svg?download=1')).toBe('attachment')
    expect(await disposition('song.mid')).toBe('attachment')
  })

  test('the sheet can be had in short lines, for a narrow screen', async () => {
    const width = async (path: string) =>
      Number(/viewBox="0 0 (\d+)/.exec((await fetchBytes(path)).bytes.toString('utf8'))![1])
    const long = await width('score.svg')
    expect(await width('score.svg?lines=long')).toBe(long)
    expect(await width('score.svg?lines=short')).toBeLessThan(long / 2)
  })

  test('an unknown one is named as such, with those that there are', async () => {
    const answer = await service.ask('GET', `${place}/song.wav`, { cookie })
    expect([answer.status, answer.headers.get('content-type'), answer.json().code]).toEqual([
      404,
      'application/problem+json',
      'not_found',
    ])
    for (const name of formatNames) expect(answer.json().detail).toContain(name)
  })

  test('no such song, no such file', async () => {
    const answer = await service.ask('GET', '/api/v1/mashup/5f0c6a8e-1111-4111-8111-111111111111/score.svg', { cookie })
    expect([answer.status, answer.json().code]).toEqual([404, 'not_found'])
  })

  test.each([
    'song.mp3?excerpt=0',
    'song.mp3?excerpt=abc',
    'song.ogg?excerpt=1e9',
    'score.svg?excerpt=30',
    'score.svg?lines=320',
    'score.png?lines=short',
  ])('%s is refused', async (path) => {
    const answer = await service.ask('GET', `${place}/${path}`, { cookie })
    expect([answer.status, answer.json().code]).toEqual([400, 'invalid_request'])
  })

  test.each([
    [new AppError('storage_full', 'There is no space left.'), 507],
    [new AppError('unavailable', 'Not now.', { retryAfter: 60 }), 503],
  ])('%s is a clear problem, and no part of a file', async (error, status) => {
    failure = error
    const answer = await service.ask('GET', `${place}/score.pdf`, { cookie })
    failure = null
    expect([answer.status, answer.json().code, answer.headers.get('content-disposition')]).toEqual([
      status,
      error.code,
      null,
    ])
  })
})

describe('parts of a file (RFC 9110, 14)', () => {
  const path = 'song.mp3?excerpt=5'
  let whole: Buffer
  let etag: string
  beforeAll(async () => {
    const { bytes, headers } = await fetchBytes(path)
    expect(headers.get('accept-ranges')).toBe('bytes')
    whole = bytes
    etag = headers.get('etag')!
  })

  test.each([
    ['bytes=0-0', 0, 1],
    ['bytes=100-199', 100, 200],
    ['bytes=100-', 100, undefined],
    ['bytes=-10', -10, undefined],
    ['bytes=5-99999999', 5, undefined],
  ])('%s', async (range, from, to) => {
    const { status, bytes, headers } = await fetchBytes(path, { Range: range })
    const expected = whole.subarray(from, to)
    expect([status, bytes.equals(expected)]).toEqual([206, true])
    const first = from < 0 ? whole.length + from : from
    expect(headers.get('content-range')).toBe(`bytes ${first}-${first + expected.length - 1}/${whole.length}`)
    expect(headers.get('content-length')).toBe(String(expected.length))
  })

  test.each(['bytes=99999999-', 'bytes=-0'])('%s lies outside', async (range) => {
    const answer = await service.ask('GET', `${place}/${path}`, { cookie, headers: { Range: range } })
    expect([answer.status, answer.json().code]).toEqual([416, 'range_not_satisfiable'])
    expect(answer.headers.get('content-range')).toBe(`bytes */${whole.length}`)
  })

  test.each(['bytes=0-1,5-6', 'bytes=9-3', 'bytes=a-b', 'lines=1-2', 'bytes=-'])(
    '%s is answered with all of it',
    async (range) => {
      const { status, bytes } = await fetchBytes(path, { Range: range })
      expect([status, bytes.length]).toEqual([200, whole.length])
    },
  )

  test('If-Range gives the part of the same file, else the whole', async () => {
    const same = await fetchBytes(path, { Range: 'bytes=0-9', 'If-Range': etag })
    const other = await fetchBytes(path, { Range: 'bytes=0-9', 'If-Range': '"another"' })
    const weak = await fetchBytes(path, { Range: 'bytes=0-9', 'If-Range': `W/${etag}` })
    expect([same.status, other.status, weak.status]).toEqual([206, 200, 200])
  })

  test('what is known already is not sent, whatever part is asked for', async () => {
    const { status } = await fetchBytes(path, { Range: 'bytes=0-9', 'If-None-Match': etag })
    expect(status).toBe(304)
  })

  test('HEAD tells the length and that parts may be had', async () => {
    const response = await service.send('HEAD', `${place}/${path}`, { cookie, headers: { Range: 'bytes=0-9' } })
    expect([response.status, response.headers.get('content-length'), response.headers.get('accept-ranges')]).toEqual([
      200,
      String(whole.length),
      'bytes',
    ])
  })
})
