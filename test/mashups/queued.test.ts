import { afterEach, describe, expect, test } from '@jest/globals'
import { Song } from '../../src/db/models/song.js'
import type { EventName } from '../../src/events.js'
import { handleQueuedMashups } from '../../src/mashups/compose-queued.js'
import { generateMashup } from '../../src/mashups/generate-mashup.js'
import { queueMashup } from '../../src/mashups/queue-mashup.js'
import { readMashup } from '../../src/mashups/read-mashup.js'
import { actor, type TestContext, testContext } from '../support/context.js'
import { scriptedCompute } from '../support/scripted-compute.js'
import { scriptedModel } from '../support/scripted-model.js'

let ctx: TestContext
afterEach(() => ctx.close())

const asker = actor({ role: 'student' })
const input = { prompt: 'trap x baroque about photosynthesis', seed: 7 }
const signal = new AbortController().signal
const scripted = () => ({ model: scriptedModel(), compute: scriptedCompute() })
const until = (name: EventName) => new Promise((resolve) => ctx.events.on(name, resolve))
const stored = () => ctx.db.inTenant(asker.tenant, (transaction) => ctx.db.of(Song).count({ transaction }))

describe('a queued mashup', () => {
  test('is a row and its job, or neither', async () => {
    ctx = await testContext(scripted())
    ctx.jobs.enqueue = () => Promise.reject(new Error('the queue is full'))
    await expect(queueMashup(ctx, asker, input)).rejects.toThrow('the queue is full')
    expect(await stored()).toBe(0)
  })

  test('is made once, however often it is asked for', async () => {
    const compute = scriptedCompute()
    ctx = await testContext({ ...scripted(), compute })
    handleQueuedMashups(ctx)
    const ids = [await queueMashup(ctx, asker, input), await queueMashup(ctx, asker, input)]
    expect(ids[0]).toBe(ids[1])
    expect(await readMashup(ctx, asker, ids[0]!)).toEqual({ status: 'pending' })
    const created = until('song.created')
    await ctx.jobs.start()
    expect(await created).toEqual({ tenant: asker.tenant, person: asker.person, song: ids[0] })
    const made = await readMashup(ctx, asker, ids[0]!)
    expect(made).toMatchObject({ status: 'ready', song: { id: ids[0], seed: 7 } })
    await queueMashup(ctx, asker, input)
    expect(await readMashup(ctx, asker, ids[0]!)).toEqual(made)
    expect(await generateMashup(ctx, asker, input, { signal })).toEqual(made.status === 'ready' && made.song)
    expect(await stored()).toBe(1)
  })

  test('that cannot be made says so, and can be asked for again', async () => {
    ctx = await testContext(scripted())
    handleQueuedMashups(ctx)
    const id = await queueMashup(ctx, asker, input)
    // A request that an older version stored and this one no longer takes: no later try can help.
    await ctx.db.inTenant(asker.tenant, (transaction) => ctx.db.query(transaction, `UPDATE songs SET request = '{}'`))
    const failed = until('song.failed')
    await ctx.jobs.start()
    expect(await failed).toMatchObject({ song: id, code: 'invalid_request' })
    await expect(readMashup(ctx, asker, id)).rejects.toMatchObject({ code: 'invalid_request' })

    const created = until('song.created')
    expect(await queueMashup(ctx, asker, input)).toBe(id)
    await created
    expect(await readMashup(ctx, asker, id)).toMatchObject({ status: 'ready' })
  })
})
