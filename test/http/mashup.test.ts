import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { embedded } from '../../integrations/models/embedded.js'
import { songSchema } from '../../src/domain/song.js'
import { type Served, serve } from './serve.js'

let service: Served
beforeAll(async () => {
  service = await serve()
})
afterAll(() => service.close())

const request = { prompt: 'trap x baroque about photosynthesis', skillLevel: 'beginner', gradeLevel: 6 }

describe('POST /api/v1/mashup', () => {
  test('answers 201 with the song and where it can be read', async () => {
    const cookie = await service.newGuest()
    const made = await service.ask('POST', '/api/v1/mashup', { body: { ...request, seed: 1 }, cookie })
    const song = songSchema.parse(made.json())
    expect(made.status).toBe(201)
    expect(song).toMatchObject({ seed: 1, gradeLevel: 6, skillLevel: 'beginner', genres: ['trap', 'baroque'] })
    expect(made.headers.get('location')).toBe(`/api/v1/mashup/${song.id}`)
    const read = await service.ask('GET', made.headers.get('location')!, { cookie })
    expect([read.status, read.text]).toEqual([200, made.text])
  })

  test('gives the same person the same bytes for the same seed, and another song for another', async () => {
    const cookie = await service.newGuest()
    const ask = async (seed: number) =>
      (await service.ask('POST', '/api/v1/mashup', { body: { ...request, seed }, cookie })).text
    const first = await ask(2)
    expect(await ask(2)).toBe(first)
    expect(await ask(3)).not.toBe(first)
  })

  test('leaves out halves of characters and signs that hide what stands beside them', async () => {
    const body = {
      ...request,
      prompt: 'trap x baroque about photo\u202esynthesis \ud800',
      facts: ['Leaves \udc00are green.'],
    }
    const made = await service.ask('POST', '/api/v1/mashup', { body: { ...body, seed: 5 } })
    expect([made.status, made.json().provenance?.request]).toMatchObject([
      201,
      { prompt: 'trap x baroque about photosynthesis', facts: ['Leaves are green.'] },
    ])
  })

  test('draws a seed for whoever names none, and tells it', async () => {
    const cookie = await service.newGuest()
    const [one, two] = [
      await service.ask('POST', '/api/v1/mashup', { body: request, cookie }),
      await service.ask('POST', '/api/v1/mashup', { body: request, cookie }),
    ]
    expect(one.json().seed).not.toBe(two.json().seed)
  })

  test('sings the hook that was chosen of those a song offers, in a song of its own', async () => {
    const cookie = await service.newGuest()
    const ask = (hook?: string) =>
      service.ask('POST', '/api/v1/mashup', { body: { ...request, seed: 6, hook }, cookie })
    const first = songSchema.parse((await ask()).json())
    const chosen = first.hookOptions.find(({ text }) => text !== first.hook)!.text
    const other = songSchema.parse((await ask(chosen)).json())
    expect(other.hook).toBe(chosen)
    const lines = other.sections.flatMap((section) => section.lines.map(({ text }) => text))
    expect(lines.filter((text) => text === chosen).length).toBeGreaterThanOrEqual(3)
    expect(lines).not.toContain(first.hook)
    expect(other.hookOptions.map(({ text }) => text)).toEqual(first.hookOptions.map(({ text }) => text))
    expect([other.provenance.fallback, other.provenance.request.hook]).toEqual([false, chosen])
    expect(other.id).not.toBe(first.id)
    expect((await ask()).json().id).toBe(first.id)
  })

  test('needs no cookie jar', async () => {
    const made = await service.ask('POST', '/api/v1/mashup', { body: request })
    expect(made.status).toBe(201)
    expect(made.headers.get('set-cookie')).toMatch(
      /^lmm_guest=[\w.-]+; Max-Age=\d+; Path=\/; .*HttpOnly; SameSite=Lax$/,
    )
  })

  test('keeps one guest’s songs from all others, who cannot even tell that they exist', async () => {
    const [mine, theirs] = [await service.newGuest(), await service.newGuest()]
    const made = await service.ask('POST', '/api/v1/mashup', { body: { ...request, seed: 4 }, cookie: mine })
    const path = made.headers.get('location')!
    for (const door of [
      path,
      `${path}/song.mid`,
      '/api/v1/mashup/5f0c6a8e-1111-4111-8111-111111111111',
      '/api/v1/mashup/nonsense',
    ]) {
      const answer = await service.ask('GET', door, { cookie: theirs })
      expect([answer.status, answer.json().code]).toEqual([404, 'not_found'])
    }
    const same = await service.ask('POST', '/api/v1/mashup', { body: { ...request, seed: 4 }, cookie: theirs })
    expect(same.json().id).not.toBe(made.json().id)
  })
})

describe('Prefer: respond-async', () => {
  test('promises the song, and gives it once it is made', async () => {
    const cookie = await service.newGuest()
    const body = { ...request, seed: 5 }
    const promised = await service.ask('POST', '/api/v1/mashup', {
      body,
      cookie,
      headers: { Prefer: 'wait=5, respond-async' },
    })
    expect([promised.status, promised.headers.get('preference-applied'), promised.json().status]).toEqual([
      202,
      'respond-async',
      'pending',
    ])
    const path = promised.headers.get('location')!

    const waiting = await service.ask('GET', path, { cookie })
    expect([waiting.status, waiting.json(), waiting.headers.get('retry-after')]).toEqual([202, promised.json(), '1'])
    expect((await service.ask('GET', `${path}/song.mid`, { cookie })).status).toBe(409)

    const told = service.untilEvent('song.created')
    await service.ctx.jobs.start()
    expect((await told).song).toBe(promised.json().id)
    const read = await service.ask('GET', path, { cookie })
    expect(read.status).toBe(200)
    const direct = await service.ask('POST', '/api/v1/mashup', { body, cookie })
    expect(direct.text).toBe(read.text)
  })
})

describe('a song’s files', () => {
  const files: [string, string, RegExp][] = [
    ['song.musicxml', 'application/vnd.recordare.musicxml+xml', /^<\?xml/],
    ['song.mid', 'audio/midi', /^MThd/],
    ['lyrics.txt', 'text/plain', /\w/],
  ]
  test.each(files)('%s', async (file, mediaType, start) => {
    const cookie = await service.newGuest()
    const made = await service.ask('POST', '/api/v1/mashup', { body: { ...request, seed: 6 }, cookie })
    const path = `${made.headers.get('location')}/${file}`
    const answer = await service.ask('GET', path, { cookie })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')!.split(';')[0]).toBe(mediaType)
    expect(answer.text).toMatch(start)
    const extension = file.split('.')[1]!
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename=".+\\.${extension}"; filename\\*=UTF-8''.+\\.${extension}$`),
    )

    const etag = answer.headers.get('etag')!
    expect(etag).toMatch(/^"/)
    const again = await service.ask('GET', path, { cookie, headers: { 'If-None-Match': etag } })
    expect([again.status, again.text]).toEqual([304, ''])
    const head = await service.ask('HEAD', path, { cookie })
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag])
  })

  test('an unknown format is not found', async () => {
    const cookie = await service.newGuest()
    const made = await service.ask('POST', '/api/v1/mashup', { body: { ...request, seed: 6 }, cookie })
    expect((await service.ask('GET', `${made.headers.get('location')}/song.exe`, { cookie })).status).toBe(404)
  })
})

describe('with the embedded composer', () => {
  test('a song comes with its tune, its files, and no error among its findings', async () => {
    const compute = inlineCompute()
    const real = await serve({ compute, model: embedded(compute) })
    try {
      const cookie = await real.newGuest()
      const made = await real.ask('POST', '/api/v1/mashup', { body: { ...request, seed: 7 }, cookie })
      const song = songSchema.parse(made.json())
      expect(song.quality.score).toBeGreaterThanOrEqual(0.7)
      expect(song.quality.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      const file = async (name: string) => await real.ask('GET', `/api/v1/mashup/${song.id}/${name}`, { cookie })
      expect((await file('song.musicxml')).text).toContain('<lyric')
      expect((await file('lyrics.txt')).text).toContain(song.hook)
      expect((await file('song.mid')).text).toContain('MTrk')
    } finally {
      await real.close()
    }
  })
})
