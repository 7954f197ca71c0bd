import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { mashupId } from '../../src/mashups/mashup-id.js'
import { understandRequest } from '../../src/mashups/understand-request.js'

const asker = { tenant: '00000000-0000-4000-8000-000000000001', person: 'a' }
const request = understandRequest({ prompt: 'trap x baroque about photosynthesis' }, { seed: 7 })

describe('the id of a mashup', () => {
  test('is a uuid of version 5, the same for the same person, request and seed', () => {
    const id = mashupId(asker, request)
    expect(z.uuid({ version: 'v5' }).safeParse(id).success).toBe(true)
    expect(mashupId({ ...asker }, structuredClone(request))).toBe(id)
  })

  test('is another for another person, tenant, seed or request', () => {
    const others = [
      mashupId({ ...asker, person: 'b' }, request),
      mashupId({ ...asker, tenant: '00000000-0000-4000-8000-000000000002' }, request),
      mashupId(asker, { ...request, seed: 8 }),
      mashupId(asker, { ...request, gradeLevel: request.gradeLevel === 5 ? 6 : 5 }),
    ]
    expect(new Set([mashupId(asker, request), ...others]).size).toBe(5)
  })
})
