import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { hooksSchema, type TaskInput } from '../../src/domain/tasks.js'
import type { Model, ModelCall } from '../../src/ports.js'
import { hookGeneratorPrompt } from '../../src/workflow/prompts/hook-generator.js'

export const hookInput: TaskInput<'hook_generator'> = {
  skillLevel: 'beginner',
  gradeLevel: 5,
  language: 'en',
  seed: 7,
  findings: [],
  topic: 'photosynthesis',
  topicId: 'photosynthesis',
  keyTerms: ['chlorophyll', 'glucose'],
  facts: ['Plants make their own food.'],
  images: ['A leaf is a kitchen that runs on light.'],
  genres: ['trap', 'baroque'],
  mode: 'minor',
}

export const hooks = {
  options: ['A kitchen made of light', 'Turn your face to the sun', 'Trees are built from air'].map((text) => ({
    text,
    idea: 'a picture',
    reason: 'It can be seen at once.',
  })),
}

type Hooks = typeof hooks

/** A call for hooks as the workflow makes it. */
export const hookCall = (extra: Partial<ModelCall<Hooks>> = {}): ModelCall<Hooks> => ({
  task: 'hook_generator',
  input: hookInput,
  prompt: hookGeneratorPrompt(hookInput),
  schema: hooksSchema,
  signal: new AbortController().signal,
  ...extra,
})

interface Opened {
  model: Model
  close?: () => Promise<void>
}

/** What every model keeps, whoever it is. `open` gives one that answers calls for hooks well. */
export function modelContract(name: string, open: () => Promise<Opened>): void {
  describe(`the contract of a model: ${name}`, () => {
    let opened: Opened
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close?.())

    test('an answer fits the schema and says whose it is', async () => {
      const answer = await opened.model.generate(hookCall())
      expect(hooksSchema.safeParse(answer.value).success).toBe(true)
      expect(opened.model.name.split(', ')).toContain(answer.by)
      expect(answer).toMatchObject({ attempts: 1, setbacks: [] })
    })

    test('two calls at once do not disturb each other', async () => {
      const answers = await Promise.all([opened.model.generate(hookCall()), opened.model.generate(hookCall())])
      for (const { value } of answers) expect(hooksSchema.safeParse(value).success).toBe(true)
    })

    test('a raised signal means cancelled, before and during the call', async () => {
      const raised = AbortSignal.abort()
      await expect(opened.model.generate(hookCall({ signal: raised }))).rejects.toMatchObject({ code: 'cancelled' })
      const during = new AbortController()
      const answer = opened.model.generate(hookCall({ signal: during.signal }))
      during.abort()
      await expect(answer).rejects.toMatchObject({ code: 'cancelled' })
    })

    test('a clock that ran out means timeout', async () => {
      const late = AbortSignal.abort(new DOMException('late', 'TimeoutError'))
      await expect(opened.model.generate(hookCall({ signal: late }))).rejects.toMatchObject({ code: 'timeout' })
    })

    test('no trouble when it can answer', async () => {
      expect(await opened.model.trouble(new AbortController().signal)).toBeNull()
    })
  })
}
