import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { embedded } from '../../integrations/models/embedded.js'
import { wholeSong } from '../../src/main/whole-song.js'
import type { Compute } from '../../src/ports.js'
import { composeSong } from '../../src/workflow/run.js'
import { scriptedModel } from '../support/scripted-model.js'
import { all, request, studio } from './studio.js'

/** As a pool of threads offers it; `asked` counts the songs it was asked for whole. */
function threads(song: NonNullable<Compute['song']> = wholeSong) {
  const asked: string[] = []
  const compute: Compute = {
    ...inlineCompute(),
    song(parts, signal) {
      asked.push(parts.id)
      return song(parts, signal)
    },
  }
  return { compute, asked }
}

test('a song that nobody watches is made whole in a thread: the same song, and as much is counted', async () => {
  const { compute, asked } = threads()
  const [whole, stepwise] = [
    studio({ model: embedded(compute), compute }),
    studio({ model: embedded(compute), compute }),
  ]
  const id = randomUUID()
  const song = await composeSong(whole, request, { id })
  expect(asked).toEqual([id])
  expect(await composeSong(stepwise, request, { id, onProgress: () => {} })).toEqual(song)
  expect(asked).toEqual([id])
  const counted = async ({ metrics }: typeof whole) =>
    (await metrics.registry.metrics()).match(/^lmm_agent_seconds_count.* 1$/gm)?.length
  expect([await counted(whole), await counted(stepwise)]).toEqual([5, 5])
})

test('one that did not go smoothly there is made step by step, where that is seen', async () => {
  const { compute, asked } = threads(async () => null)
  const song = await composeSong(studio({ model: embedded(compute), compute }), request, { id: randomUUID() })
  expect([asked.length, song.provenance.fallback]).toEqual([1, false])
})

test('where a chat model is asked, the steps wait for it here', async () => {
  const { compute, asked } = threads()
  const model = scriptedModel()
  await composeSong(studio({ model, compute }), request, { id: randomUUID() })
  expect(asked).toEqual([])
  expect(new Set(model.asked())).toEqual(new Set(all))
})
