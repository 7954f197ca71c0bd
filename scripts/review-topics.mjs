// node scripts/review-topics.mjs FILE…: what a careful editor would say of topic files (shape, rhyme, syllables, terms, doubles).
import { readFileSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'

if (!process.env.LMM_NO_BUILD) ensureBuilt({ web: false })
const { reviewTopic } = await import('../dist/src/music/words/review-topic.js')
let remarks = 0
for (const file of process.argv.slice(2)) {
  let said
  try {
    said = reviewTopic(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    said = [`not JSON: ${error.message}`]
  }
  remarks += said.length
  console.log(said.length === 0 ? `ok  ${file}` : `${file}\n${said.map((line) => `    ${line}`).join('\n')}`)
}
process.exitCode = remarks === 0 ? 0 : 1
