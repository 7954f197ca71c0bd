import { suggestGenres } from '../src/mashups/suggest-genres.js'
import type { Choice } from './card.js'
import type { Scene } from './scene.js'
import { short } from './verbs/after.js'
import { numbered } from './verbs/lines.js'

/** What may be typed next in an option; at most 25. */
export async function offered(scene: Scene, option: string, typed: string): Promise<Choice[]> {
  if (option === 'genres') return genreChoices(typed)
  return option === 'number' ? await lineChoices(scene, typed) : []
}

/** Names for what is typed after the last comma, with what stands before it. */
function genreChoices(typed: string): Choice[] {
  const at = typed.lastIndexOf(',') + 1
  const before = typed.slice(0, at).trim()
  return suggestGenres(typed.slice(at)).map((name) => {
    const value = [before, name].filter(Boolean).join(' ')
    return { value, label: short(value, 75) }
  })
}

async function lineChoices(scene: Scene, typed: string): Promise<Choice[]> {
  const { view } = await scene.session(null)
  return numbered(view)
    .filter(
      ({ line: { text }, number }) =>
        String(number).startsWith(typed.trim()) || text.toLowerCase().includes(typed.trim().toLowerCase()),
    )
    .slice(0, 25)
    .map(({ line: { text }, number }) => ({ value: String(number), label: short(`${number}. ${text}`, 75) }))
}
