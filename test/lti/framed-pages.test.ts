import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { introduce, startTool, type Tool } from './tool.js'

let tool: Tool
let platform: FakeLms
beforeAll(async () => {
  tool = await startTool({ host: 'localhost' })
  platform = await startLms({ manners: 'canvas' })
  await introduce(tool, platform.lms)
})
afterAll(async () => {
  await platform.close()
  await tool.close()
})

const framers = async (path: string): Promise<string> => {
  const policy = (await fetch(tool.url + path)).headers.get('content-security-policy') ?? ''
  return /frame-ancestors ([^;]*)/.exec(policy)?.[1] ?? ''
}

test.each(['/assignment/a', '/session/a', '/setup/a', '/review/a'])(
  'a launch leads to %s, in the platform’s frame',
  async (path) => {
    expect(await framers(path)).toBe(`'self' ${new URL(platform.lms.base).origin}`)
  },
)

test('nobody frames the studio', async () => {
  expect(await framers('/')).toBe("'self'")
})
