import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { problemSchema } from '../../src/http/problem.js'
import { genres } from '../../src/knowledge/genres.js'
import { type Served, serve } from './serve.js'

let service: Served
beforeAll(async () => {
  service = await serve()
})
afterAll(() => service.close())

const good = { prompt: 'trap x baroque about photosynthesis' }
const many = (count: number) => genres.slice(0, count).map(({ name }) => name)

/** What is sent as JSON, and the problem that answers it. */
const refused: [string, unknown, number, string][] = [
  ['no prompt', {}, 400, 'invalid_request'],
  ['an empty prompt', { prompt: '' }, 400, 'invalid_request'],
  ['a prompt of white space', { prompt: ' \n\t ' }, 400, 'invalid_request'],
  ['a prompt of 10,000 characters', { prompt: 'la '.repeat(3334) }, 400, 'invalid_request'],
  ['a prompt that is no text', { prompt: 7 }, 400, 'invalid_request'],
  ['a key that is not known', { ...good, artist: 'x' }, 400, 'invalid_request'],
  ['a key that would reach a prototype', JSON.parse('{"prompt":"a x b","__proto__":{"x":1}}'), 400, 'invalid_request'],
  ['a grade that no school has', { ...good, gradeLevel: 13 }, 400, 'invalid_request'],
  ['a level that is not known', { ...good, skillLevel: 'expert' }, 400, 'invalid_request'],
  ['a seed beyond 32 bits', { ...good, seed: 2 ** 32 }, 400, 'invalid_request'],
  ['a seed that is no whole number', { ...good, seed: 0.5 }, 400, 'invalid_request'],
  ['a list instead of an object', [good], 400, 'invalid_request'],
  ['another language', { ...good, language: 'fr' }, 400, 'invalid_request'],
  ['another script', { prompt: 'техно и вальс про фотосинтез', genres: ['techno', 'waltz'] }, 400, 'invalid_request'],
  ['nothing but emoji', { prompt: '🎵🎶🥁', genres: ['techno', 'waltz'] }, 400, 'invalid_request'],
  ['an unknown genre', { ...good, genres: ['trapp', 'qwertyuiop'] }, 422, 'unknown_genre'],
  ['one genre only', { ...good, genres: ['trap'] }, 422, 'genre_count'],
  ['forty genres', { ...good, genres: many(40) }, 422, 'genre_count'],
  ['forty-one genres', { ...good, genres: many(41) }, 400, 'invalid_request'],
  [
    'a topic that does not suit the grade',
    { prompt: 'trap x baroque about how to make a bomb', gradeLevel: 3 },
    422,
    'unsafe_topic',
  ],
  [
    'an artist’s style',
    { prompt: 'a song in the style of Taylor Swift about photosynthesis', genres: ['trap', 'baroque'] },
    422,
    'artist_style',
  ],
  [
    'existing lyrics',
    { prompt: 'use the lyrics of Bohemian Rhapsody for photosynthesis', genres: ['trap', 'baroque'] },
    422,
    'existing_lyrics',
  ],
]

describe('what cannot be a song is refused with a problem, and nothing is stored', () => {
  test.each(refused)('%s', async (_, body, status, code) => {
    const answer = await service.ask('POST', '/api/v1/mashup', { body })
    const problem = problemSchema.parse(answer.json())
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect([answer.status, problem.status, problem.code]).toEqual([status, status, code])
    expect(problem.detail.length).toBeGreaterThan(10)
    expect(problem.type).toBe(`/docs#problem-${code}`)
    expect(problem.instance).toBe(`/api/v1/mashup#${answer.headers.get('x-request-id')}`)
    expect(await service.songsStored()).toBe(0)
  })

  test('the same holds for a song that is asked for later, or as a stream', async () => {
    const body = { ...good, genres: ['trap'] }
    const later = await service.ask('POST', '/api/v1/mashup', { body, headers: { Prefer: 'respond-async' } })
    const streamed = await service.ask('POST', '/api/v1/mashup', { body, headers: { Accept: 'text/event-stream' } })
    for (const answer of [later, streamed]) expect([answer.status, answer.json().code]).toEqual([422, 'genre_count'])
    expect(await service.songsStored()).toBe(0)
  })

  test('the nearest known genres are named', async () => {
    const answer = await service.ask('POST', '/api/v1/mashup', { body: { ...good, genres: ['trapp', 'barroque'] } })
    expect(answer.status === 201 || /trap/i.test(answer.text)).toBe(true)
    const unknown = await service.ask('POST', '/api/v1/mashup', {
      body: { ...good, genres: ['flamengo dance', 'zzbaroqqe'] },
    })
    expect(unknown.text).toMatch(/flamenco|baroque/i)
  })

  test('each fault says where it is, as a JSON pointer', async () => {
    const body = { prompt: '', gradeLevel: 0, keyTerms: ['leaf', 7], 'a/b': 1 }
    const { errors } = problemSchema.parse((await service.ask('POST', '/api/v1/mashup', { body })).json())
    expect(errors?.map(({ at }) => at).sort()).toEqual(['/a~1b', '/gradeLevel', '/keyTerms/1', '/prompt'])
  })
})

describe('a fault is told in plain words', () => {
  test.each<[object, string]>([
    [{}, '/prompt: is missing'],
    [{ prompt: 7 }, '/prompt: must be a text'],
    [{ ...good, gradeLevel: 13 }, '/gradeLevel: must be at most 12'],
    [{ ...good, seed: 0.5 }, '/seed: must be a whole number'],
    [{ ...good, skillLevel: 'expert' }, '/skillLevel: must be beginner, intermediate or advanced'],
    [{ ...good, genres: many(41) }, '/genres: must have at most 40 entries'],
  ])('%j', async (body, detail) => {
    expect((await service.ask('POST', '/api/v1/mashup', { body })).json().detail).toBe(detail)
  })

  test.each([
    ['"trap x baroque"', 'The body must be an object'],
    ['null', 'The body must be an object'],
    ['', '/prompt: is missing'],
  ])('the body %j', async (raw, detail) => {
    const headers = { 'Content-Type': 'application/json' }
    expect((await service.ask('POST', '/api/v1/mashup', { raw, headers })).json().detail).toBe(detail)
  })
})

describe('what cannot be read is refused before it is looked at', () => {
  const json = { 'Content-Type': 'application/json' }
  const raw: [string, { raw: string; headers: Record<string, string> }, number, string][] = [
    ['broken JSON', { raw: '{"prompt": ', headers: json }, 400, 'invalid_request'],
    ['JSON that is no object', { raw: '"trap x baroque"', headers: json }, 400, 'invalid_request'],
    ['no body', { raw: '', headers: json }, 400, 'invalid_request'],
    [
      'a body over 64 KB',
      { raw: JSON.stringify({ prompt: 'x'.repeat(65_536) }), headers: json },
      413,
      'payload_too_large',
    ],
    [
      'a form',
      { raw: 'prompt=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported_media_type',
    ],
    ['plain text', { raw: '{"prompt":"x"}', headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported_media_type'],
    [
      'a compressed body',
      { raw: 'x', headers: { ...json, 'Content-Encoding': 'gzip' } },
      415,
      'unsupported_media_type',
    ],
    [
      'another character set',
      { raw: '{}', headers: { 'Content-Type': 'application/json; charset=latin1' } },
      415,
      'unsupported_media_type',
    ],
    ['an answer we do not have', { raw: '{}', headers: { ...json, Accept: 'text/html' } }, 400, 'invalid_request'],
    [
      'an answer we do not have for a good request',
      { raw: JSON.stringify(good), headers: { ...json, Accept: 'text/html' } },
      406,
      'not_acceptable',
    ],
  ]
  test.each(raw)('%s', async (_, request, status, code) => {
    const answer = await service.ask('POST', '/api/v1/mashup', request)
    expect([answer.status, problemSchema.parse(answer.json()).code]).toEqual([status, code])
    expect(await service.songsStored()).toBe(0)
  })

  test('a body of just under 64 KB is read', async () => {
    const facts = Array.from({ length: 200 }, (_, n) => `Fact ${n} ${'x'.repeat(280)}`)
    const answer = await service.ask('POST', '/api/v1/mashup', { body: { prompt: '', facts } })
    expect(answer.json().code).toBe('invalid_request')
  })
})
