import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { chain } from '../../integrations/models/chain.js'
import { embedded } from '../../integrations/models/embedded.js'
import { Cluster } from '../../integrations/postgres/cluster.js'
import { localTenant } from '../../src/domain/tenant.js'
import { AppError, type ErrorCode } from '../../src/errors.js'
import type { Model } from '../../src/ports.js'
import { clearWorkflows } from '../../src/sessions/clear-workflows.js'
import { closeStage } from '../../src/sessions/close-stage.js'
import type { Served } from '../http/serve.js'
import { newTenant, visit } from '../support/classroom.js'
import { LiveVisitor } from '../support/live-visitor.js'
import { gather, serviceProcess } from './processes.js'
import { serveSessions } from './serve-sessions.js'

const open: LiveVisitor[] = []
afterEach(() => {
  for (const visitor of open.splice(0)) visitor.close()
})

function watch(options: ConstructorParameters<typeof LiveVisitor>[0]): LiveVisitor {
  const visitor = new LiveVisitor(options)
  open.push(visitor)
  return visitor
}

/** A group of two on a service, the first its host. */
async function pair(url: string): Promise<[LiveVisitor, LiveVisitor, string]> {
  const { people, session } = await gather([url], 2)
  const [host, friend] = people.map(({ cookie }) => watch({ url, session, cookie }))
  await Promise.all([host!.welcomed(), friend!.welcomed()])
  return [host!, friend!, session]
}

test('PostgreSQL is restarted in the middle: nothing is lost, and all goes on by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lmm-restarted-'))
  await chmod(folder, 0o755)
  const cluster = new Cluster(folder)
  await cluster.start()
  const service = await serviceProcess({ DATABASE_URL: String(await cluster.url()) })
  try {
    const [host, friend] = await pair(service.url)
    await host.give({ type: 'setRequest', request: { topic: 'gravity' } })
    await cluster.stop()
    const set = host.give({ type: 'setRequest', request: { topic: 'volcanoes' } })
    await cluster.start()
    expect(await set).toMatchObject({ ok: true })
    await friend.until(({ view }) => view?.request.topic === 'volcanoes')
    expect(await host.give({ type: 'advance', stage: 'lobby' })).toMatchObject({ ok: true })
    await cluster.stop()
    await cluster.start()
    const { hooks } = await friend.rested('hooks')
    expect([hooks.length >= 3, friend.isWhole, host.isWhole]).toEqual([true, true, true])
  } finally {
    await service.end()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)

/** A model that does as it is told: answers, refuses with a code, or waits. */
function fickle(answers: Model) {
  const told: { refuse: ErrorCode | null; hold: ((input: string) => Promise<void> | undefined) | null } = {
    refuse: null,
    hold: null,
  }
  const model: Model = {
    name: 'fickle',
    async generate(call) {
      if (told.refuse) throw new AppError(told.refuse, 'away on purpose')
      await told.hold?.(JSON.stringify(call.input))
      return await answers.generate(call)
    },
    trouble: async () => null,
  }
  return { model, told }
}

test('the first model is away in every stage: the next one answers, and nobody waits', async () => {
  const compute = inlineCompute()
  const { model: away, told } = fickle(embedded(compute))
  told.refuse = 'unavailable'
  const service = await serveSessions(compute, chain([away, embedded(compute)]))
  try {
    const [host, friend] = await pair(service.url)
    for (const stage of ['lobby', 'hooks', 'lyrics', 'arranging'] as const) {
      await host.give({ type: 'advance', stage })
      const view = await friend.until(({ view }) => view && view.stage !== stage && !view.generation)
      expect(view.trouble).toBeNull()
    }
    expect(await friend.give({ type: 'submit' })).toMatchObject({ ok: true })
  } finally {
    for (const visitor of open.splice(0)) visitor.close()
    await service.close()
  }
}, 120_000)

describe('the AI', () => {
  let service: Served
  const compute = inlineCompute()
  const { model, told } = fickle(embedded(compute))
  beforeAll(async () => {
    service = await serveSessions(compute, model)
  })
  afterEach(() => {
    told.refuse = null
    told.hold = null
  })
  afterAll(() => service.close())

  test('does not come up with anything, in each stage: the group is told, asks again and goes on', async () => {
    const [host, friend] = await pair(service.url)
    for (const stage of ['lobby', 'hooks'] as const) {
      told.refuse = 'model_failed'
      await host.give({ type: 'advance', stage })
      const stuck = await friend.until(({ view }) => view?.trouble)
      expect(stuck.generation).toBeNull()
      told.refuse = null
      expect(await friend.give({ type: 'askAgain' })).toMatchObject({ ok: true })
      const { hooks } = await friend.until(({ view }) => view && !view.generation && !view.trouble)
      await friend.give({ type: 'vote', option: hooks[0]!.id })
    }
    const { lines } = await friend.rested('lyrics')
    expect(lines.length).toBeGreaterThan(0)
    told.refuse = 'model_failed'
    await friend.give({ type: 'suggestRewrite', line: lines[0]!.id })
    await friend.until(({ view }) => view?.trouble)
    // What is left needs no model.
    for (const stage of ['lyrics', 'arranging'] as const) {
      await host.give({ type: 'advance', stage })
      await friend.until(({ view }) => view && view.stage !== stage && !view.generation)
    }
    expect(await friend.give({ type: 'submit' })).toMatchObject({ ok: true })
  }, 120_000)

  test('is away, and there is no other: the group is told at once, and it goes on by itself when it is back', async () => {
    const [host, friend] = await pair(service.url)
    told.refuse = 'unavailable'
    await host.give({ type: 'advance', stage: 'lobby' })
    const waiting = await friend.until(({ view }) => view?.trouble, 'word of it')
    expect([waiting.generation?.kind, waiting.hooks]).toEqual(['hooks', []])
    told.refuse = null
    const { hooks, trouble } = await friend.rested('hooks')
    expect([hooks.length >= 3, trouble]).toEqual([true, null])

    told.refuse = 'unavailable'
    await friend.give({ type: 'moreHooks' })
    await friend.until(({ view }) => view?.trouble)
    // Who waits no longer stops it, and the group goes on without.
    await host.give({ type: 'stopGeneration' })
    told.refuse = null
    expect(await host.give({ type: 'advance', stage: 'hooks' })).toMatchObject({ ok: true })
    await friend.rested('lyrics')
  }, 120_000)

  test('is stopped by the host, in whatever it does, and asked again', async () => {
    const [host, friend] = await pair(service.url)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    told.hold = () => held
    await host.give({ type: 'advance', stage: 'lobby' })
    await friend.until(({ view }) => view?.generation)
    await host.give({ type: 'stopGeneration' })
    const stopped = await friend.until(({ view }) => view && !view.generation)
    expect([stopped.stage, stopped.hooks]).toEqual(['hooks', []])
    told.hold = null
    release()
    await friend.give({ type: 'askAgain' })
    expect((await friend.until(({ view }) => view?.hooks.length)).hooks.length).toBeGreaterThanOrEqual(3)
  }, 120_000)

  test('works for two groups of a school at once; the others see their place, and another school does not wait', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    told.hold = (input) => (input.includes('photosynthesis') ? held : undefined)
    const groups = await Promise.all(Array.from({ length: 6 }, () => pair(service.url)))
    await Promise.all(groups.map(([host]) => host.give({ type: 'advance', stage: 'lobby' })))
    const running = async () => {
      const rows = await service.ctx.db.inTenant(localTenant, (tx) =>
        service.ctx.db.query(tx, `SELECT 1 FROM session_turns WHERE state = 'running'`),
      )
      return rows.length
    }
    const waiting = () => groups.flatMap(([host]) => (host.queue === null ? [] : [host.queue]))
    const areInLine = () => waiting().length >= 4 && new Set(waiting()).size === waiting().length
    await Promise.any(groups.map(([host]) => host.until(areInLine, 'places in the queue')))
    expect(await running()).toBeLessThanOrEqual(2)

    const tenant = await newTenant(service)
    const other = await visit(service, { tenant, role: 'teacher' })
    const body = { request: { topic: 'volcanoes', genres: ['jazz', 'rock'] } }
    const { id: session } = (await other.ask('POST', '/api/v1/sessions', body)).json()
    const teacher = watch({ url: service.url, session, token: other.token })
    await teacher.welcomed()
    await other.ask('POST', `/api/v1/sessions/${session}/commands`, {
      id: randomUUID(),
      deed: { type: 'advance', stage: 'lobby' },
    })
    await teacher.rested('hooks')
    expect(await running()).toBeLessThanOrEqual(2)
    told.hold = null
    release()
    await Promise.all(groups.map(([host]) => host.rested('hooks')))
    expect(groups.map(([host]) => host.queue)).toEqual(groups.map(() => null))
  }, 120_000)

  test('does not manage while a stage’s time is up: it is asked again, ever more seldom', async () => {
    const [host, friend, session] = await pair(service.url)
    told.refuse = 'model_failed'
    await host.give({ type: 'advance', stage: 'lobby' })
    await friend.until(({ view }) => view?.trouble)
    const waits: number[] = []
    const { ctx } = service
    const jobs = {
      ...ctx.jobs,
      enqueue: async (...[tx, job, payload, options]: Parameters<typeof ctx.jobs.enqueue>) => {
        if (job.name === 'session.close-stage') waits.push(options!.runAt!.getTime() - Date.now())
        else await ctx.jobs.enqueue(tx, job, payload, options)
      },
    }
    for (const tries of [0, 5, 40])
      await closeStage(Object.create(ctx, { jobs: { value: jobs } }), {
        tenant: localTenant,
        session,
        stage: 'hooks',
        tries,
      })
    expect(waits.map((ms) => Math.round(ms / 60_000))).toEqual([1, 32, 512])
    told.refuse = null
    await friend.until(({ view }) => view && !view.generation)
  }, 120_000)

  test('goes on after its saved work was cleared away, weeks later', async () => {
    const [host, friend, session] = await pair(service.url)
    await host.give({ type: 'advance', stage: 'lobby' })
    await friend.rested('hooks')
    const saved = async () => (await service.ctx.checkpoints()).getTuple({ configurable: { thread_id: session } })
    expect(await saved()).toBeDefined()
    const later = () => new Date(Date.now() + 31 * 86_400_000)
    await clearWorkflows(Object.create(service.ctx, { now: { value: later } }))
    expect(await saved()).toBeUndefined()
    await host.give({ type: 'advance', stage: 'hooks' })
    const { lines, trouble } = await friend.rested('lyrics')
    expect([trouble, lines.length > 0]).toEqual([null, true])
  }, 120_000)
})
