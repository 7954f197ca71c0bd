import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { chatModel } from '../../integrations/models/chat-model.js'
import type { Patience } from '../../integrations/models/listen.js'
import type { Provider } from '../../integrations/models/provider.js'
import type { FakeModelServer, Reply } from '../support/fake-model-server.js'
import { hookCall, hooks } from './contract.js'

const good: Reply = { text: JSON.stringify(hooks) }
const patience: Patience = { first: 5_000, quiet: 5_000, characters: 20_000 }
const impatient: Patience = { ...patience, quiet: 40 }

interface Vendor {
  serve: () => Promise<FakeModelServer>
  provider: (url: string) => Provider
  /** The text of all turns of a request, as the vendor's protocol holds it. */
  said: (body: Record<string, unknown>) => string
}

/** What every chat model does with a server that misbehaves, over the vendor's real protocol. */
export function chatContract(name: string, { serve, provider, said }: Vendor): void {
  describe(`a chat model and its server: ${name}`, () => {
    let server: FakeModelServer
    const model = (how = patience) => chatModel(provider(server.url), how)
    beforeEach(async () => {
      server = await serve()
    })
    afterEach(() => server.close())

    test('streams what it hears, piece by piece', async () => {
      server.script(good)
      const heard: string[] = []
      await model().generate(hookCall({ onToken: (text) => heard.push(text) }))
      expect(heard.length).toBeGreaterThan(5)
      expect(JSON.parse(heard.join(''))).toEqual(hooks)
    })

    test('sends the schema, the instructions and the fenced material, and nothing else about anybody', async () => {
      server.script(good)
      await model().generate(hookCall())
      const text = JSON.stringify(server.asked[0]!.body)
      expect(text).toContain('"minItems":3')
      expect(said(server.asked[0]!.body)).toContain('<material>')
      expect(text).not.toMatch(/"user":\s*"[^"]|[0-9a-f]{8}-[0-9a-f]{4}-/)
    })

    test.each<[string, Reply, string]>([
      ['broken JSON', { text: '{"options": [{"text": "A kit' }, 'not one whole JSON object'],
      ['prose', { text: 'Sure! Here are some hooks you could use.' }, 'not one whole JSON object'],
      ['a wrong schema', { text: '{"options": [{"text": 5}]}' }, 'options.0.text'],
      ['an empty stream', { text: '' }, 'empty'],
      ['an answer that breaks off', { reset: '{"options": [' }, 'broke off'],
      ['an answer cut at its limit', { cutAt: '{"options": [' }, 'without an end'],
      ['a 500', { status: 500, error: 'out of memory' }, '500'],
      ['a 404', { status: 404, error: 'model not found' }, 'has no'],
    ])('%s is asked for once more, and the setback is told', async (_, bad, why) => {
      server.script(bad, good)
      const answer = await model().generate(hookCall())
      expect(answer).toMatchObject({ value: hooks, attempts: 2 })
      expect(answer.setbacks).toEqual([{ by: answer.by, why: expect.stringContaining(why) }])
    })

    test('an answer that is refused is asked for once more, with the reason', async () => {
      server.script({ text: JSON.stringify({ options: hooks.options.map((o) => ({ ...o, text: 'la la' })) }) }, good)
      const refuse = (value: typeof hooks) => (value.options[0]!.text === 'la la' ? 'a hook needs words' : null)
      expect((await model().generate(hookCall({ refuse }))).attempts).toBe(2)
      expect(said(server.asked[1]!.body)).toContain('a hook needs words')
      expect(server.asked).toHaveLength(2)
    })

    test.each<[string, Reply, string]>([
      ['broken JSON', { text: '{"options": [' }, 'model_failed'],
      ['an endless stream', { endless: 'la ' }, 'model_failed'],
      ['a connection that is cut', { reset: '{' }, 'model_failed'],
      ['a 500', { status: 500, error: 'no' }, 'unavailable'],
      ['a 404', { status: 404, error: 'no' }, 'unavailable'],
    ])('%s twice: rejects, with a word on each call', async (_, bad, code) => {
      server.script(bad)
      await expect(model().generate(hookCall())).rejects.toMatchObject({ code, faults: [{}, {}] })
      expect(server.asked).toHaveLength(2)
    })

    test('a stall is noticed and the line hung up', async () => {
      server.script({ stall: '{"options": [' })
      await expect(model(impatient).generate(hookCall())).rejects.toMatchObject({ code: 'timeout' })
      await server.hungUp
    })

    test('a server that is not there', async () => {
      const gone = model()
      await server.close()
      await expect(gone.generate(hookCall())).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('does not answer'),
      })
      expect(await gone.trouble(new AbortController().signal)).toMatch(/does not answer/)
      server = await serve()
    })

    test('a cancelled call hangs up and asks no more', async () => {
      const cancel = new AbortController()
      server.script({ stall: '{"options": [' })
      const answer = model().generate(hookCall({ signal: cancel.signal, onToken: () => cancel.abort() }))
      await expect(answer).rejects.toMatchObject({ code: 'cancelled' })
      await server.hungUp
      expect(server.asked).toHaveLength(1)
    })

    test('small misfits are put right: fences, a friendly word, keys nobody asked for, one entry too many', async () => {
      const more = { ...hooks, mood: 'happy', options: [...hooks.options, ...hooks.options] }
      server.script({ text: `Here you are:\n\`\`\`json\n${JSON.stringify(more)}\n\`\`\`` })
      const { value, attempts } = await model().generate(hookCall())
      expect(attempts).toBe(1)
      expect(Object.keys(value)).toEqual(['options'])
      expect(value.options).toHaveLength(5)
    })
  })
}
