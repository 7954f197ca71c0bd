import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { hooksSchema } from '../../src/domain/tasks.js'
import type { Compute } from '../../src/ports.js'
import { hookInput } from '../models/contract.js'

const task = { task: 'hook_generator', input: hookInput } as const

/** What both ways of doing heavy work keep. */
export function computeContract(name: string, open: () => Promise<Compute> | Compute): void {
  describe(`the contract of compute: ${name}`, () => {
    let compute: Compute
    beforeAll(async () => {
      compute = await open()
    })
    afterAll(() => compute.close())

    test('does the work, the same way every time', async () => {
      const first = await compute.run('compose', task)
      expect(hooksSchema.parse(first)).toEqual(await compute.run('compose', task))
    })

    test('many pieces at once each get their own result', async () => {
      const seeds = Array.from({ length: 12 }, (_, seed) => seed)
      const alone: unknown[] = []
      for (const seed of seeds) alone.push(await compute.run('compose', { ...task, input: { ...hookInput, seed } }))
      const together = await Promise.all(
        seeds.map((seed) => compute.run('compose', { ...task, input: { ...hookInput, seed } })),
      )
      expect(together).toEqual(alone)
    })

    test('a raised signal rejects with cancelled, before and while it waits', async () => {
      await expect(compute.run('compose', task, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
      const cancel = new AbortController()
      const work = compute.run('compose', task, cancel.signal)
      cancel.abort()
      await expect(work).rejects.toMatchObject({ code: 'cancelled' })
      expect(hooksSchema.safeParse(await compute.run('compose', task)).success).toBe(true)
    })

    test('what goes wrong in the work rejects, and the next piece is done all the same', async () => {
      await expect(
        compute.run('compose', { task: 'no_such_task' as 'hook_generator', input: hookInput }),
      ).rejects.toThrow()
      expect(hooksSchema.safeParse(await compute.run('compose', task)).success).toBe(true)
    })
  })
}
