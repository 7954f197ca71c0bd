import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { MemorySaver } from '@langchain/langgraph'
import { songSchema } from '../../src/domain/song.js'
import { buildGraph } from '../../src/workflow/graph.js'
import type { Step } from '../../src/workflow/progress.js'
import { beginSong, continueSong, resumeSong, type Standing } from '../../src/workflow/session-run.js'
import { bad, scriptedCompute } from '../support/scripted-compute.js'
import { broken, fitting, hanging, scriptedModel } from '../support/scripted-model.js'
import { request, studio } from './studio.js'

/** A session whose graph is built anew for every turn, as after a restart; only the saver is kept. */
function session(equipment: Parameters<typeof studio>[0] = {}) {
  const checkpointer = new MemorySaver()
  const ctx = studio(equipment)
  const id = randomUUID()
  const graph = () => buildGraph({ interactive: true, checkpointer })
  const steps: Step[] = []
  const onProgress = (seen: { type: string; step?: Step }) => seen.type === 'started' && steps.push(seen.step!)
  return {
    steps,
    begin: (signal?: AbortSignal) => beginSong(ctx, graph(), request, { id, onProgress, ...(signal && { signal }) }),
    goOn: () => continueSong(ctx, graph(), { id, onProgress }),
    decide: (decision: unknown, signal?: AbortSignal) =>
      resumeSong(ctx, graph(), decision, { id, onProgress, ...(signal && { signal }) }),
  }
}

const waitingAt = (standing: Standing, step: string) => {
  expect(standing.waiting).toBe(step)
  if (standing.waiting === null) throw new Error('nothing waits')
  return standing.state
}
const songOf = (standing: Standing) => {
  if (standing.waiting !== null) throw new Error(`still waits at ${standing.waiting}`)
  return songSchema.parse(standing.song)
}

test('people choose the hook, write lines and accept the song; each turn in a graph of its own', async () => {
  const { begin, decide, steps } = session()
  const offered = waitingAt(await begin(), 'hook_decision')
  expect(offered.hooks!.options).toHaveLength(3)
  expect(steps).not.toContain('lyrics_composer')

  const drafted = waitingAt(await decide({ hook: 'We are the leaves' }), 'lyrics_decision')
  expect(drafted.hook).toBe('We are the leaves')
  expect(steps).not.toContain('quality_validator')

  const lyrics = structuredClone(drafted.lyrics!)
  lyrics.sections[0]!.lines[0] = 'Our own first line'
  const look = waitingAt(await decide({ lyrics }), 'collaboration')
  expect(look.song!.sections.flatMap(({ lines }) => lines)[0]!.text).toBe('Our own first line')

  const song = songOf(await decide({ accept: true }))
  expect(song.hook).toBe('We are the leaves')
  expect(song.provenance.parts.map(({ by }) => by)).toEqual(['scripted', 'scripted', 'person', 'person', 'scripted'])
  expect(song.provenance.composer).toBe('person')
})

test('a hook that was offered stays the work of who offered it; a draft that is kept too', async () => {
  const { begin, decide } = session()
  const { hooks } = waitingAt(await begin(), 'hook_decision')
  await decide({ hook: hooks!.options[1]!.text })
  await decide({ lyrics: null })
  const song = songOf(await decide({ accept: true }))
  expect(song.hook).toBe('Turn your face to the sun')
  expect(song.provenance.parts.every(({ by }) => by === 'scripted')).toBe(true)
})

test('changes that people ask for at the final look are made, the rest stays, and they look again', async () => {
  const model = scriptedModel()
  const { begin, decide } = session({ model })
  await begin()
  await decide({ hook: 'Trees are built from air' })
  await decide({ lyrics: null })
  const before = model.calls.length
  waitingAt(
    await decide({ changes: [{ part: 'theory', note: 'Say more about the drums', place: {} }] }),
    'collaboration',
  )
  expect(model.asked().slice(before)).toEqual(['theory_integrator'])
  expect(model.calls.at(-1)!.prompt.material).toContain('Say more about the drums')
  expect(model.calls.at(-1)!.prompt.system).not.toContain('drums')
  songOf(await decide({ accept: true }))
})

test('lyrics written anew are decided on again', async () => {
  const { begin, decide } = session()
  await begin()
  await decide({ hook: 'Trees are built from air' })
  await decide({ lyrics: null })
  waitingAt(
    await decide({ changes: [{ part: 'lyrics', note: 'A sadder bridge', place: { section: 5 } }] }),
    'lyrics_decision',
  )
})

test("people's lines are not mended behind their backs, and no plain song replaces them", async () => {
  const model = scriptedModel()
  const { begin, decide } = session({ model, compute: scriptedCompute(() => bad('asked-for-lyrics')) })
  await begin()
  const { lyrics } = waitingAt(await decide({ hook: 'We are the leaves' }), 'lyrics_decision')
  const ours = structuredClone(lyrics!)
  ours.sections[0]!.lines[0] = 'Our own first line'
  const before = model.calls.length
  const look = waitingAt(await decide({ lyrics: ours }), 'collaboration')
  expect(model.calls).toHaveLength(before)
  expect(look.song!.quality.findings).toHaveLength(1)
  expect(look.song!.provenance.fallback).toBe(false)
  expect(look.song!.sections.flatMap(({ lines }) => lines)[0]!.text).toBe('Our own first line')
})

test('a decision that does not fit is refused, and the song waits as before', async () => {
  const { begin, decide } = session()
  await begin()
  await expect(decide({ accept: true })).rejects.toMatchObject({ code: 'invalid_request' })
  const drafted = waitingAt(await decide({ hook: 'We are the leaves' }), 'lyrics_decision')
  const fewer = { ...drafted.lyrics!, sections: drafted.lyrics!.sections.slice(1) }
  await expect(decide({ lyrics: fewer })).rejects.toMatchObject({ code: 'invalid_request' })
  waitingAt(await decide({ lyrics: null }), 'collaboration')
  await decide({ accept: true })
  await expect(decide({ accept: true })).rejects.toMatchObject({ code: 'conflict' })
})

test('a model that is away in every stage does not make the session stick', async () => {
  const away = { hook_generator: [broken()], lyrics_composer: [broken()], theory_integrator: [broken()] }
  const { begin, decide } = session({ model: scriptedModel(away) })
  let standing = await begin()
  for (let turn = 0; standing.waiting !== null && turn < 5; turn++) {
    standing = await decide(standing.waiting === 'collaboration' ? { accept: true } : { lyrics: null })
  }
  expect(songOf(standing).provenance.setbacks).toHaveLength(1)
})

test('work that was cancelled goes on where it stopped; what was decided and made stays', async () => {
  const { turn, begun } = hanging()
  const cancel = new AbortController()
  const model = scriptedModel({ lyrics_composer: [turn, fitting] })
  const { begin, decide, goOn } = session({ model })
  await begin()
  const deciding = decide({ hook: 'We are the leaves' }, cancel.signal)
  await begun
  cancel.abort()
  await expect(deciding).rejects.toMatchObject({ code: 'cancelled' })
  await expect(decide({ lyrics: null })).rejects.toMatchObject({ code: 'conflict' })

  const drafted = waitingAt(await goOn(), 'lyrics_decision')
  expect(drafted.hook).toBe('We are the leaves')
  expect(model.asked().filter((task) => task === 'hook_generator')).toHaveLength(1)
  waitingAt(await goOn(), 'lyrics_decision')
})

test('a song that was stopped before anybody was asked can be begun anew', async () => {
  const { turn, begun } = hanging()
  const cancel = new AbortController()
  const { begin, goOn } = session({ model: scriptedModel({ hook_generator: [turn, fitting] }) })
  await expect(goOn()).rejects.toMatchObject({ code: 'conflict' })
  const beginning = begin(cancel.signal)
  await begun
  cancel.abort()
  await expect(beginning).rejects.toMatchObject({ code: 'cancelled' })
  const offered = waitingAt(await begin(), 'hook_decision')
  expect(offered.messages).toHaveLength(3)
})
