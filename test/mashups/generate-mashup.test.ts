import { afterEach, describe, expect, test } from '@jest/globals'
import { Song } from '../../src/db/models/song.js'
import { generateMashup } from '../../src/mashups/generate-mashup.js'
import { readMashup } from '../../src/mashups/read-mashup.js'
import { actor, type TestContext, testContext } from '../support/context.js'
import { bad, good, scriptedCompute } from '../support/scripted-compute.js'
import { scriptedModel } from '../support/scripted-model.js'

let ctx: TestContext
afterEach(() => ctx.close())

const asker = actor({ role: 'student' })
const input = { prompt: 'trap x baroque about photosynthesis', seed: 7 }
const signal = new AbortController().signal

describe('a mashup that is asked for again', () => {
  test('is the one that was kept, and no model is asked', async () => {
    const model = scriptedModel()
    ctx = await testContext({ model, compute: scriptedCompute() })
    const first = await generateMashup(ctx, asker, input, { signal })
    const calls = model.calls.length
    const again = await generateMashup(ctx, asker, { ...input }, { signal })
    expect(JSON.stringify(again)).toBe(JSON.stringify(first))
    expect(model.calls.length).toBe(calls)
  })

  test('is made anew where the first was a fallback', async () => {
    let poor = true
    ctx = await testContext({
      model: scriptedModel(),
      compute: scriptedCompute(() => (poor ? bad('x', 'error', 0.1) : good)),
    })
    const first = await generateMashup(ctx, asker, input, { signal })
    expect(first.provenance.fallback).toBe(true)
    expect(await readMashup(ctx, asker, first.id)).toEqual({ status: 'ready', song: first })
    poor = false
    const second = await generateMashup(ctx, asker, input, { signal })
    expect([second.id, second.provenance.fallback]).toEqual([first.id, false])
    expect(await readMashup(ctx, asker, first.id)).toEqual({ status: 'ready', song: second })
  })
})

describe('who may', () => {
  test('a role or a scope that may not is refused before anything is made', async () => {
    const model = scriptedModel()
    ctx = await testContext({ model, compute: scriptedCompute() })
    const reader = actor({ role: 'teacher', scopes: ['songs:read'] })
    await expect(generateMashup(ctx, reader, input, { signal })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readMashup(ctx, actor({ scopes: ['songs:write'] }), crypto.randomUUID())).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(model.calls).toEqual([])
  })

  test('no tenant reads another’s song, whatever the role', async () => {
    ctx = await testContext({ model: scriptedModel(), compute: scriptedCompute() })
    const song = await generateMashup(ctx, asker, input, { signal })
    const stranger = actor({ tenant: crypto.randomUUID(), role: 'administrator' })
    await expect(readMashup(ctx, stranger, song.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await ctx.db.inTenant(asker.tenant, (transaction) => ctx.db.of(Song).count({ transaction }))).toBe(1)
  })
})
