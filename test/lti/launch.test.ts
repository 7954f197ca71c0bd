import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Activity, Client } from '../../lti/sandbox/model.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { introduce, startTool, type Tool } from './tool.js'
import { messageFor, visit } from './visit.js'

let tool: Tool
let fake: FakeLms
let client: Client
let activity: Activity

beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool(), startLms()])
  ;({ client, activity } = await introduce(tool, fake.lms))
})
afterAll(async () => {
  await fake.close()
  await tool.close()
})

describe('a launch through the platform', () => {
  test('a student comes to the page of the assignment', async () => {
    const answer = await visit(tool.url, fake.lms, messageFor(fake.lms, client, activity))
    expect([answer.status, answer.status === 303 ? '' : await answer.text()]).toEqual([303, ''])
    expect(answer.headers.get('location')).toMatch(/^\/assignment\/[0-9a-f-]{36}#code=[\w-]{43}$/)
  })
})
