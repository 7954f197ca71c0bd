import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { lazyRenderings } from '../../src/main/lazy-renderings.js'
import { handIn, newTenant, type Visitor, visit } from '../support/classroom.js'
import { conformsTo } from './conforms-to.js'
import { type Served, serve } from './serve.js'

let service: Served
beforeAll(async () => {
  service = await serve({ renderings: lazyRenderings, settings: { PUBLIC_URL: 'https://mashup.example' } })
})
afterAll(() => service.close())

const prompt = 'For my sister Wilhelmina: trap x baroque about photosynthesis'
const elsewhere = 'A'.repeat(22)

async function makeSong(cookie: string, seed = 1): Promise<string> {
  const made = await service.ask('POST', '/api/v1/mashup', { cookie, body: { prompt, seed } })
  expect(made.status).toBe(201)
  return made.headers.get('location')!
}

/** The song's place with the token of its link, as a page reads it. */
async function shared(place: string, cookie: string): Promise<string> {
  const answer = await service.ask('POST', `${place}/share`, { cookie })
  expect(answer.status).toBe(200)
  const link = new URL(answer.json().link)
  expect(link.origin + link.pathname).toBe(`https://mashup.example/song/${place.split('/').at(-1)}`)
  return new URLSearchParams(link.hash.slice(1)).get('share')!
}

describe('a share link', () => {
  test('opens the song, its sheet and its sound to another guest, and nothing else of its maker', async () => {
    const [maker, other] = [await service.newGuest(), await service.newGuest()]
    const [place, second] = [await makeSong(maker, 1), await makeSong(maker, 2)]
    const share = await shared(place, maker)
    const read = (path: string) => service.ask('GET', path, { cookie: other })

    const own = (await service.ask('GET', place, { cookie: maker })).json()
    const song = await read(`${place}?share=${share}`)
    expect([song.status, song.json().title]).toEqual([200, own.title])
    const person = maker.split('=')[1]!.split('.')[0]!
    for (const personal of ['Wilhelmina', person]) expect(song.text).not.toContain(personal)
    const document = (await service.ask('GET', '/openapi.json')).json()
    conformsTo(document, 'get', '/api/v1/mashup/{id}', song)

    const sheet = await read(`${place}/score.svg?share=${share}`)
    expect([sheet.status, sheet.text.slice(0, 5)]).toEqual([200, '<svg '])
    const sound = await read(`${place}/song.mp3?excerpt=5&download=1&share=${share}`)
    expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/mpeg'])

    expect((await read(place)).status).toBe(404)
    expect((await read(`${second}?share=${share}`)).status).toBe(404)
    expect((await service.ask('POST', `${place}/share?share=${share}`, { cookie: other })).status).toBe(404)
  }, 60_000)

  test('is the same each time, and what was not made here opens nothing', async () => {
    const [maker, other] = [await service.newGuest(), await service.newGuest()]
    const place = await makeSong(maker)
    const share = await shared(place, maker)
    expect(await shared(place, maker)).toBe(share)
    const ofAnother = await shared(await makeSong(maker, 2), maker)
    const [tenant, seal] = share.split('.')
    for (const wrong of ['', 'x', `${tenant}.`, `${tenant}.${'A'.repeat(43)}`, `${elsewhere}.${seal}`, ofAnother])
      for (const path of [place, `${place}/score.svg`, `${place}/song.mid`]) {
        const answer = await service.ask('GET', `${path}?share=${wrong}`, { cookie: other })
        expect([answer.status, answer.json().code, answer.json().detail]).toEqual([
          404,
          'not_found',
          'There is no such song.',
        ])
      }
  })

  test('opens where guests may not come in; without it nobody does', async () => {
    const closed = await serve({ settings: { LMM_GUESTS: 'false' } })
    try {
      const tenant = await newTenant(closed)
      const student = await visit(closed, { tenant, role: 'student', subject: 'a' })
      const teacher = await visit(closed, { tenant, role: 'teacher', subject: 't' })
      await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['jazz', 'rock'] })
      const place = `/api/v1/mashup/${await handIn(student)}`
      const { link } = (await teacher.ask('POST', `${place}/share`)).json()
      const share = link.split('#share=')[1]
      const read = async (path: string) => (await closed.ask('GET', path)).status
      expect([await read(`${place}?share=${share}`), await read(`${place}?share=wrong`), await read(place)]).toEqual([
        200, 404, 401,
      ])
    } finally {
      await closed.close()
    }
  })
})

describe('a song made in a course', () => {
  let people: Record<'teacher' | 'assistant' | 'student' | 'stranger', Visitor>
  let place: string
  beforeAll(async () => {
    const tenant = await newTenant(service)
    people = {
      teacher: await visit(service, { tenant, role: 'teacher', subject: 't' }),
      assistant: await visit(service, { tenant, role: 'assistant', subject: 'ta' }),
      student: await visit(service, { tenant, role: 'student', subject: 's' }),
      stranger: await visit(service, { tenant, role: 'teacher', subject: 't2', course: 'c2', link: 'l2' }),
    }
    await people.teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['jazz', 'rock'] })
    place = `/api/v1/mashup/${await handIn(people.student)}`
  })

  test('is shared by its teacher alone, and its student is told so', async () => {
    const share = async (by: keyof typeof people) => await people[by].ask('POST', `${place}/share`)
    const refused = await share('student')
    expect([refused.status, refused.json().code]).toEqual([403, 'forbidden'])
    expect(refused.json().detail).toContain('ask yours for a link')
    expect([(await share('assistant')).status, (await share('stranger')).status]).toEqual([403, 404])
    const token = (await share('teacher')).json().link.split('#share=')[1]
    const opened = await service.ask('GET', `${place}?share=${token}`, { cookie: await service.newGuest() })
    expect(opened.status).toBe(200)
    for (const { person } of Object.values(people)) expect(opened.text).not.toContain(person)
  })
})
