import { describe, expect, test } from '@jest/globals'
import { hanging, scriptedModel } from '../support/scripted-model.js'
import { all, record, studio } from './studio.js'

describe('cancel', () => {
  test.each(all)('while %s is at work: rejects at once, and the call is told', async (task) => {
    const cancel = new AbortController()
    const { turn, begun } = hanging()
    const model = scriptedModel({ [task]: [turn] })
    const song = record(studio({ model }), undefined, cancel.signal)
    await begun
    const asked = model.calls.length
    cancel.abort()
    await expect(song).rejects.toMatchObject({ code: 'cancelled' })
    expect(model.calls.find((call) => call.task === task)!.signal.aborted).toBe(true)
    await new Promise((resolve) => setImmediate(resolve))
    expect(model.calls).toHaveLength(asked)
  })

  test('before it begins: nobody is asked', async () => {
    const model = scriptedModel()
    await expect(record(studio({ model }), undefined, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
    expect(model.calls).toHaveLength(0)
  })
})

describe('time', () => {
  test.each(all)('%s takes too long: the song is delivered without it', async (task) => {
    const model = scriptedModel({ [task]: [hanging().turn] })
    const { song } = await record(studio({ model, stepSeconds: { [task]: 0.03 } }))
    expect(song.provenance.setbacks[0]).toMatchObject({ by: 'scripted', why: expect.stringMatching(/too long/) })
    expect(song.provenance.parts.filter(({ by }) => by === 'embedded').length).toBeGreaterThan(0)
  })

  test('the song has used up its time: no model is asked any more, and it is delivered all the same', async () => {
    const model = scriptedModel()
    const { song } = await record(studio({ model, songSeconds: 0 }))
    expect(model.calls).toHaveLength(0)
    expect(song.provenance.setbacks.map(({ why }) => why)).toContain('was not asked: there was no time left')
  })

  test('a model is told how long it may take', async () => {
    const model = scriptedModel()
    await record(studio({ model, stepSeconds: { hook_generator: 12 }, songSeconds: 3600 }))
    expect(model.calls.find(({ task }) => task === 'hook_generator')!.limit).toBe(12_000)
  })
})
