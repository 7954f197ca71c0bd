import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { genres } from '../../src/knowledge/genres.js'
import { topics } from '../../src/knowledge/topics.js'
import { type Served, serve } from './serve.js'

let service: Served
beforeAll(async () => {
  service = await serve()
})
afterAll(() => service.close())

const get = (path: string) => service.ask('GET', `/api/v1/education/${path}`)
const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id)

describe('what the composer knows', () => {
  test('is listed page by page, each linking to the next', async () => {
    const seen: string[] = []
    let path: string | undefined = '/api/v1/education/genres?limit=20'
    while (path) {
      const answer = await service.ask('GET', path)
      seen.push(...idsOf(answer.json()))
      expect(answer.json().total).toBe(genres.length)
      path = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1]
    }
    expect(seen).toEqual(genres.map(({ id }) => id))
  })

  test('is searched by all words of its names, whatever their case and marks', async () => {
    expect(idsOf((await get('genres?q=Trap')).json())).toContain('trap')
    expect(idsOf((await get('topics?q=PHOTO%20synth')).json())).toContain('photosynthesis')
    expect((await get('topics?q=qwertyuiop')).json()).toMatchObject({ items: [], total: 0 })
  })

  test('is narrowed to a subject and a grade', async () => {
    const { items } = (await get('topics?subject=science&grade=5&limit=200')).json()
    const expected = topics.filter(
      ({ subject, grades: [first, last] }) => subject === 'science' && first <= 5 && last >= 5,
    )
    expect(idsOf({ items })).toEqual(expected.map(({ id }) => id))
    expect((await get('topics?subject=alchemy')).status).toBe(400)
  })

  test('tells all of one item', async () => {
    expect((await get('topics/photosynthesis')).json()).toEqual(topics.find(({ id }) => id === 'photosynthesis'))
    expect((await get('genres/trap')).json()).toEqual(genres.find(({ id }) => id === 'trap'))
    expect((await get('genres/__proto__')).status).toBe(404)
  })

  test('holds the objectives of a grade, in our words', async () => {
    const { items } = (await get('objectives?grade=10&limit=200')).json()
    expect(items).toContainEqual(expect.objectContaining({ code: 'MU:Cr1.1.C.Ia', grades: [9, 10] }))
    expect((await get('objectives/MU:Cr1.1.C.Ia')).json().process).toBe('Creating')
  })

  test.each(['limit=0', 'limit=201', 'limit=x', 'offset=-1', 'page=2', `q=${'x'.repeat(101)}`, 'limit=1&limit=2'])(
    '%s is refused',
    async (query) => {
      const answer = await get(`genres?${query}`)
      expect([answer.status, answer.json().code]).toEqual([400, 'invalid_request'])
    },
  )
})
