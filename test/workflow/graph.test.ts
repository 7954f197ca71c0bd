import { describe, expect, test } from '@jest/globals'
import { songSchema } from '../../src/domain/song.js'
import { progressSchema } from '../../src/workflow/progress.js'
import { bad, good, scriptedCompute } from '../support/scripted-compute.js'
import { broken, fitting, scriptedModel } from '../support/scripted-model.js'
import { all, record, request, studio } from './studio.js'

describe('complete', () => {
  test('each agent is asked once, and the song says who made what', async () => {
    const model = scriptedModel()
    const { song } = await record(studio({ model }))
    expect(model.asked().sort()).toEqual([...all].sort())
    expect(songSchema.parse(song).provenance).toMatchObject({
      composer: 'scripted',
      parts: ['education', 'blend', 'hooks', 'lyrics', 'theory'].map((part) => ({ part, by: 'scripted', attempts: 1 })),
      iterations: 1,
      fallback: false,
      setbacks: [],
    })
  })

  test('steps that do not need each other run side by side', async () => {
    const model = scriptedModel()
    const { progress } = await record(studio({ model }))
    const order = progress.flatMap((seen) =>
      seen.type === 'started' || seen.type === 'finished' ? [`${seen.type} ${seen.step}`] : [],
    )
    const inOrder = (a: string, b: string) => expect(order.indexOf(a)).toBeLessThan(order.indexOf(b))
    inOrder('started genre_analyzer', 'finished educational_context')
    inOrder('started theory_integrator', 'finished lyrics_composer')
    inOrder('finished genre_analyzer', 'started hook_generator')
    inOrder('finished hook_generator', 'started lyrics_composer')
    expect(order.at(-1)).toBe('finished quality_validator')
  })

  test('all that is reported fits its schema, tokens too', async () => {
    const { progress } = await record(studio())
    for (const seen of progress) progressSchema.parse(seen)
    expect(progress.filter(({ type }) => type === 'token')).toHaveLength(5)
  })

  test('a listener that throws changes nothing', async () => {
    const { composeSong } = await import('../../src/workflow/run.js')
    const song = await composeSong(studio(), request, {
      id: crypto.randomUUID(),
      onProgress: () => {
        throw new Error('gone')
      },
    })
    expect(song.quality.score).toBe(0.9)
  })

  test('seconds, songs and scores are counted', async () => {
    const ctx = studio()
    await record(ctx)
    const text = await ctx.metrics.registry.metrics()
    expect(text).toContain('lmm_workflow_seconds_count 1')
    expect(text).toContain('lmm_quality_score_count 1')
    for (const agent of all) expect(text).toContain(`lmm_agent_seconds_count{agent="${agent}"} 1`)
  })
})

describe('retry', () => {
  test('one that helps: only the agent that the finding names is asked again, and it is told', async () => {
    const model = scriptedModel()
    const { song, progress } = await record(
      studio({ model, compute: scriptedCompute((_, nth) => (nth === 1 ? bad('asked-for-lyrics') : good)) }),
    )
    expect(model.asked().slice(5)).toEqual(['lyrics_composer'])
    expect(model.calls[5]!.input).toMatchObject({
      findings: [{ rule: 'asked-for-lyrics' }],
      previous: { title: 'Song by model' },
    })
    expect(model.calls[5]!.prompt.material).toContain('it was heard')
    expect(progress.filter(({ type }) => type === 'retry')).toEqual([
      expect.objectContaining({ iteration: 2, score: 0.5 }),
    ])
    expect(
      progress
        .filter(({ type }) => type === 'kept')
        .flatMap((seen) => ('step' in seen ? [seen.step] : []))
        .sort(),
    ).toEqual(['genre_analyzer', 'hook_generator', 'theory_integrator'])
    expect(song.provenance).toMatchObject({ iterations: 2, fallback: false })
  })

  test('an agent whose material changed is asked again too: another hook needs other words', async () => {
    const other = (call: Parameters<typeof fitting>[0]) => ({
      options: [...fitting<'hook_generator'>(call).options].reverse(),
    })
    const model = scriptedModel({ hook_generator: [fitting, other] })
    const { song } = await record(
      studio({ model, compute: scriptedCompute((_, nth) => (nth === 1 ? bad('asked-for-hooks') : good)) }),
    )
    expect(model.asked().slice(5).sort()).toEqual(['hook_generator', 'lyrics_composer', 'theory_integrator'])
    expect(song.hook).toBe('Trees are built from air')
  })

  test('an error is not good enough, however high the score', async () => {
    const model = scriptedModel()
    const { song } = await record(
      studio({
        model,
        compute: scriptedCompute((_, nth) => (nth === 1 ? bad('asked-for-theory', 'error', 0.95) : good)),
      }),
    )
    expect(song.provenance.iterations).toBe(2)
  })

  test('one that does not help: what was named is repaired in code, and the song says so', async () => {
    const model = scriptedModel()
    const compute = scriptedCompute((_, nth) => (nth < 3 ? bad('asked-for-lyrics') : good))
    const { song, progress } = await record(studio({ model, compute }))
    expect(compute.composed).toEqual(['lyrics_composer'])
    expect(song.title).toBe('Song by embedded')
    expect(song.provenance).toMatchObject({ composer: 'embedded', iterations: 2, fallback: false })
    expect(progress.some(({ type }) => type === 'fallback')).toBe(true)
  })
})

describe('error handler', () => {
  test('when repair does not help either, a plain song is handed over and marked', async () => {
    const compute = scriptedCompute((_, nth) => (nth < 4 ? bad('asked-for-lyrics') : good))
    const { song } = await record(studio({ compute }))
    expect(song.provenance).toMatchObject({
      fallback: true,
      request,
      parts: all.map(() => expect.objectContaining({ by: 'embedded' }) as unknown),
    })
    expect(songSchema.parse(song).quality.score).toBe(0.9)
  })

  test('when no plain song is good, the best of them is handed over', async () => {
    const compute = scriptedCompute((_, nth) => bad('asked-for-lyrics', 'warning', nth === 5 ? 0.6 : 0.3))
    const { song } = await record(studio({ compute }))
    expect(song.provenance.fallback).toBe(true)
    expect(song.quality.score).toBe(0.6)
  })

  test('when a song cannot even be put together, a plain one is', async () => {
    const compute = scriptedCompute((_, nth) => (nth < 3 ? new Error('a bug') : good))
    const { song } = await record(studio({ compute }))
    expect(song.provenance.fallback).toBe(true)
  })

  test.each(all)('a broken model in %s: the rest stands, the part is composed in code', async (task) => {
    const compute = scriptedCompute()
    const { song } = await record(studio({ model: scriptedModel({ [task]: [broken()] }), compute }))
    expect(songSchema.parse(song).provenance.fallback).toBe(false)
    expect(compute.composed).toContain(task)
    expect(song.provenance.setbacks).toEqual([expect.objectContaining({ by: 'scripted', why: 'broken on purpose' })])
    const kept = song.provenance.parts.filter(({ by }) => by === 'scripted')
    expect(kept.length + compute.composed.length).toBe(5)
  })

  test('a model that is broken in all agents', async () => {
    const model = scriptedModel(Object.fromEntries(all.map((task) => [task, [broken()]])))
    const { song } = await record(studio({ model }))
    expect(song.provenance.parts.every(({ by }) => by === 'embedded')).toBe(true)
    expect(model.asked().sort()).toEqual(['educational_context', 'genre_analyzer'])
  })
})
