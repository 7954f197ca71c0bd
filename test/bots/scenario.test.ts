import { expect, test } from '@jest/globals'
import type { ChatPerson, ChatWorld } from '../support/chat-world.js'
import type { ChatService } from './chat-service.js'
import { closeAfterEach, openWorlds, textOf, together, voteFor, votes, worlds } from './chat-stories.js'

closeAfterEach()

async function makeASong(world: ChatWorld, service: ChatService): Promise<void> {
  const [ana, ben] = [world.person('Ana'), world.person('Ben')] as [ChatPerson, ChatPerson]

  expect(await textOf(await ana.command('help'))).toContain('/mashup start')
  expect(await textOf(await ana.command('start', { topic: 'photosynthesis', genres: 'trap, baroque' }))).toContain(
    'open',
  )
  const lobby = await world.until(({ text }) => text.includes('Step 1 of 5'))
  expect(lobby.text).toContain('Photosynthesis: trap × baroque')
  expect(await textOf(await ben.press('Join'))).toContain('You are in')
  await world.until(({ text }) => text.includes('Ben'))

  // Who is not the host cannot start it, and is told so alone.
  expect(await textOf(await ben.press('Start'))).toContain('host')
  await ana.press('Start')
  const hooks = await world.until((message) => votes(message).length >= 3)
  expect(hooks.text).toContain('Step 2 of 5')

  const dialog = await ben.press('Write a hook')
  expect((await dialog.form).fields.map(({ name }) => name)).toEqual(['text'])
  const mine = 'Leaves drink light <and> turn it *sweet*'
  expect(await textOf(await ben.submit({ text: mine }))).toContain(mine)
  const withMine = await world.until(({ text }) => text.includes(mine))
  expect(votes(withMine)).toHaveLength(votes(hooks).length + 1)
  const number = votes(withMine).length
  expect(await textOf(await ana.press(voteFor(number)))).toContain('1 of 2')
  await world.until(({ text }) => text.includes('1 vote'))
  await ben.press(voteFor(number))

  const sheet = await world.until(({ text }) => text.includes('Step 3 of 5') && /\b12\b/.test(text))
  expect(sheet.text).toContain('AI')
  const line = await (await ana.press('Write a line')).form
  const first = line.fields[0]!.choices[0]!
  const words = await textOf(await ana.submit({ line: first.value, text: 'Sunlight falls upon the leaf' }))
  expect(words).toContain('Sunlight falls upon the leaf')
  expect(words).toMatch(/7 syllables/)
  await world.until(({ text }) => text.includes('Sunlight falls upon the leaf'))
  expect(await textOf(await ben.command('line', { number: '2', text: 'Water rises from the deep' }))).toContain(
    'Line 2 is yours',
  )
  await world.until(({ text }) => text.includes('Water rises from the deep'))
  expect(await textOf(await ben.command('rewrite', { number: '7' }))).toContain('line 7')
  await world.until(({ buttons }) => buttons.some(({ label }) => label.startsWith('See the AI’s offers')))
  expect(await textOf(await ben.press(/^See the AI’s offers/))).toContain('Line 7 now')
  expect(await textOf(await ben.press('Take it for line 7'))).toContain('are in')
  await ana.press('The words are done')

  const sounds = await world.until((message) => message.text.includes('Step 4 of 5') && votes(message).length >= 2)
  expect(votes(sounds).length).toBeLessThanOrEqual(3)
  await ana.press(voteFor(2))
  await ben.press(voteFor(2))
  await world.until(
    ({ text, buttons }) => text.includes('Step 5 of 5') && buttons.some(({ label }) => label === 'Hand it in'),
  )
  await world.until(({ text }) => !text.includes('putting the song together'))

  expect(await textOf(await ben.press('Listen to it'))).toContain('thread')
  expect(world.files().map(({ name }) => name)).toEqual(['song.mp3'])
  await (await ben.press('Say what you think')).form
  expect((await ben.submit({ text: 'We know now how a leaf eats.' })).faults).toEqual({})
  await world.until(({ text }) => text.includes('We know now how a leaf eats.'))
  expect(await textOf(await ana.press('Hand it in'))).toContain('Handed in')

  const done = await world.until(({ text }) => text.includes('Done'))
  expect(done.buttons.filter(({ isOff, label }) => !isOff && !/web/.test(label))).toEqual([])
  const ends = ['.png', '.mp3', '.pdf', '.mid', '.txt']
  const files = (await world.untilFiles(6)).slice(1)
  expect(files.map(({ name }) => name.slice(-4))).toEqual(ends)
  for (const { alt, content } of files) {
    expect(alt).toMatch(/\w+ \w+/)
    expect(content.length).toBeGreaterThan(100)
  }
  expect(await textOf(await ben.command('mine'))).toContain('done')
  expect(world.complaints).toEqual([])
  expect(service.process.said()).not.toMatch(/Sunlight|Ana|Ben|We know now/)
}

test.each(together.map((names) => ({ names })))(
  'two people make a song in $names, from the command to the files',
  async ({ names }) => {
    const open = await openWorlds(names.map((name) => worlds[name]))
    for (const world of open.worlds) await makeASong(world, open.service)
  },
  240_000,
)
