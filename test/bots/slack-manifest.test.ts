import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { scopes } from '../../bots/slack/scopes.js'

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')
/** The items of the list below `name`. */
const listed = (yaml: string, name: string): string[] => {
  const [, items = ''] = new RegExp(`^ +${name}:\\n((?: +- .+\\n)+)`, 'm').exec(yaml) ?? []
  return items.split('\n').flatMap((line) => line.match(/- (.+)/)?.[1] ?? [])
}

test('the manifest asks for what the app asks for, and the guide explains all of it', async () => {
  const [manifest, guide] = await Promise.all([read('bots/slack/manifest.yaml'), read('docs/chat/slack.md')])
  expect(listed(manifest, 'bot')).toEqual([...scopes])
  const events = listed(manifest, 'bot_events')
  expect(events).toEqual(['app_home_opened', 'app_uninstalled', 'tokens_revoked'])
  for (const name of [...scopes, ...events]) expect(guide).toContain(`\`${name}\``)
  expect(manifest.match(/https:\/\/songs\.school\.example\/slack\/(events|oauth_redirect)/g)).toHaveLength(4)
})
