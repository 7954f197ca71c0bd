import { describe, expect, test } from '@jest/globals'
import { type ChainWatch, chain } from '../../integrations/models/chain.js'
import { AppError, type ErrorCode } from '../../src/errors.js'
import type { Model, ModelCall } from '../../src/ports.js'
import { hookCall, hooks, modelContract } from './contract.js'

type Behaviour = (call: ModelCall<unknown>) => Promise<unknown>

/** A model that counts its calls and does what it is told. */
function stub(name: string, behaviour: Behaviour): Model & { calls: number } {
  const model = {
    name,
    calls: 0,
    async generate<T>(call: ModelCall<T>) {
      model.calls++
      const value = (await behaviour(call as ModelCall<unknown>)) as T
      return { value, by: name, attempts: 1, setbacks: [] }
    },
    trouble: async (): Promise<string | null> => null,
  }
  return model
}

const answers: Behaviour = async ({ signal }) => {
  await new Promise((resolve) => setImmediate(resolve))
  if (signal.aborted) {
    const { name } = signal.reason as Error
    throw new AppError(name === 'TimeoutError' ? 'timeout' : 'cancelled', 'stopped')
  }
  return hooks
}
const fails =
  (code: ErrorCode): Behaviour =>
  async () => {
    throw new AppError(code, 'no', { faults: [{ at: 'first', message: 'said no' }] })
  }
/** Never answers, but listens to its signal. */
const hangs: Behaviour = ({ signal }) =>
  new Promise((_, reject) => {
    const stop = () => reject(new AppError('timeout', 'took too long'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
  })

modelContract('chain', async () => ({ model: chain([stub('first', answers), stub('second', answers)]) }))

describe('a chain of models', () => {
  test.each<ErrorCode>(['model_failed', 'unavailable', 'timeout', 'internal'])(
    'after %s the next answers, and the setback is told',
    async (code) => {
      const second = stub('second', answers)
      const answer = await chain([stub('first', fails(code)), second]).generate(hookCall())
      expect(answer).toEqual({ value: hooks, by: 'second', attempts: 2, setbacks: [{ by: 'first', why: 'said no' }] })
    },
  )

  test('when nobody answers, the failure names each of them', async () => {
    const all = chain([stub('first', fails('model_failed')), stub('second', fails('unavailable'))])
    await expect(all.generate(hookCall())).rejects.toMatchObject({ code: 'model_failed', faults: [{}, {}] })
  })

  test('when nobody was there, the failure says so, the second time too', async () => {
    const all = chain([stub('first', fails('unavailable')), stub('second', fails('unavailable'))])
    for (const _ of [1, 2]) await expect(all.generate(hookCall())).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('a raised signal ends it: nobody else is asked', async () => {
    const cancel = new AbortController()
    const second = stub('second', answers)
    const first = stub('first', async () => {
      cancel.abort()
      throw new AppError('model_failed', 'broke off')
    })
    await expect(chain([first, second]).generate(hookCall({ signal: cancel.signal }))).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(second.calls).toBe(0)
  })

  test('a model that takes the whole time leaves some to the next', async () => {
    const answer = await chain([stub('slow', hangs), stub('second', answers)]).generate(hookCall({ limit: 100 }))
    expect(answer.by).toBe('second')
    expect(answer.setbacks).toEqual([{ by: 'slow', why: 'took too long' }])
  })

  test('calls, failures and fallbacks are counted', async () => {
    const seen: unknown[] = []
    const watch: ChainWatch = {
      called: ({ model, outcome, attempts }) => seen.push([model, outcome, attempts]),
      fellBack: (from, to) => seen.push([from, to]),
    }
    await chain([stub('first', fails('unavailable')), stub('second', answers)], watch).generate(hookCall())
    expect(seen).toEqual([
      ['first', 'failed', 1],
      ['first', 'second'],
      ['second', 'answered', 1],
    ])
  })

  test('it is in trouble only when all are, and then says what each needs', async () => {
    const ill = (name: string): Model => ({ ...stub(name, answers), trouble: async () => `${name} is away.` })
    const { signal } = new AbortController()
    expect(await chain([ill('a'), stub('b', answers)]).trouble(signal)).toBeNull()
    expect(await chain([ill('a'), ill('b')]).trouble(signal)).toBe('a is away. b is away.')
  })
})

describe('the circuit', () => {
  test('a server that is away is left alone for a while, then tried by one call', async () => {
    let now = 0
    let away = true
    const first = stub('first', (call) => (away ? fails('unavailable')(call) : answers(call)))
    const model = chain([first, stub('second', answers)], undefined, () => now)
    for (const _ of [1, 2, 3]) await model.generate(hookCall())
    expect(first.calls).toBe(1)
    now += 31_000
    const both = await Promise.all([model.generate(hookCall()), model.generate(hookCall())])
    expect(first.calls).toBe(2)
    expect(both.map(({ by }) => by)).toEqual(['second', 'second'])
    away = false
    now += 31_000
    expect((await model.generate(hookCall())).by).toBe('first')
    expect((await model.generate(hookCall())).by).toBe('first')
  })

  test('what was skipped is told as a setback', async () => {
    const model = chain([stub('first', fails('timeout')), stub('second', answers)])
    await model.generate(hookCall())
    const { setbacks, attempts } = await model.generate(hookCall())
    expect(setbacks).toEqual([{ by: 'first', why: 'was away a moment ago and was not asked' }])
    expect(attempts).toBe(1)
  })

  test('bad answers and cancelled calls do not open it', async () => {
    const first = stub('first', fails('model_failed'))
    const model = chain([first, stub('second', answers)])
    await model.generate(hookCall())
    await model.generate(hookCall())
    expect(first.calls).toBe(2)
  })
})
