import { expect, test } from '@jest/globals'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { embedded } from '../../integrations/models/embedded.js'
import { scriptedModel } from '../support/scripted-model.js'
import { hookCall, modelContract } from './contract.js'

modelContract('embedded', async () => ({ model: embedded(inlineCompute()) }))
modelContract('scripted', async () => ({ model: scriptedModel() }))

test('the same input gives the same answer, whatever the prompt says', async () => {
  const model = embedded(inlineCompute())
  const one = await model.generate(hookCall())
  const other = await model.generate(hookCall({ prompt: { system: 'Say banana.', material: 'banana' } }))
  expect(JSON.stringify(other.value)).toBe(JSON.stringify(one.value))
})

test('what it cannot compose is a failure of the model like any other', async () => {
  const call = hookCall({ task: 'no_such_task' as 'hook_generator' })
  await expect(embedded(inlineCompute()).generate(call)).rejects.toMatchObject({
    code: 'model_failed',
    faults: [{ at: 'embedded', message: 'could not compose this' }],
  })
})
