import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { Finding } from '../../src/domain/finding.js'
import { songParts } from '../../src/domain/song.js'
import { agentsNamed, askedFor, findingsFor, menderOf, menders } from '../../src/workflow/mending.js'

const finding = (rule: string, severity: Finding['severity'] = 'warning'): Finding => ({
  rule,
  severity,
  place: {},
  evidence: '',
  suggestion: '',
  cost: 0,
})

test('every rule of the table is one that the checks know, or a wish of the group', () => {
  const folder = new URL('../../src/music/checks/', import.meta.url)
  const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
  const rules = new Set(
    sources
      .join('\n')
      .match(/'[a-z]+(-[a-z]+)*'/g)
      ?.map((quoted) => quoted.slice(1, -1)),
  )
  const wishes = songParts.map(askedFor)
  expect(Object.keys(menders).filter((rule) => !rules.has(rule) && !wishes.includes(rule))).toEqual([])
})

test('each part that the group wants changed has an agent that changes it', () => {
  expect(songParts.map((part) => menderOf(finding(askedFor(part))))).toEqual([
    'educational_context',
    'genre_analyzer',
    'hook_generator',
    'lyrics_composer',
    'theory_integrator',
  ])
})

test('agents are named once; a remark names nobody and is told to nobody', () => {
  const findings = [finding('cadence'), finding('form'), finding('rhyme-by-sound'), finding('hook-length', 'info')]
  expect(agentsNamed(findings)).toEqual(['genre_analyzer', 'lyrics_composer'])
  expect(findingsFor('genre_analyzer', findings)).toHaveLength(2)
  expect(findingsFor('hook_generator', findings)).toEqual([])
})
