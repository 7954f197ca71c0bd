import type { MashupRequest } from '../../domain/mashup-request.js'
import type { SectionKind } from '../../domain/song.js'
import { factsToSing } from '../composer/compose-education.js'

export type Wishes = Pick<MashupRequest, 'genres' | 'skillLevel' | 'seed'> &
  Partial<Pick<MashupRequest, 'topic' | 'topicId' | 'keyTerms' | 'facts'>>

/** How lines rhyme: in couplets, or as a ballad's do, where a fact takes two lines and every second one rhymes. */
export type Rhyming = 'couplets' | 'ballad'

export interface VerseShapes {
  form: readonly SectionKind[]
  /** For the nth verse, and for what is sung between verses: couplets where nothing is said. */
  verses: readonly Rhyming[]
  between: Partial<Record<SectionKind, Rhyming>>
}

/** Facts that a verse of four lines takes. */
const aVerse = 2

/** A form with two verses where there is little to tell, and nothing between verse and chorus. */
function within(form: readonly SectionKind[], things: number): SectionKind[] {
  const most = Math.max(2, Math.ceil(things / aVerse) - 1)
  let verses = 0
  const kept = form.filter((kind) => {
    if (kind === 'verse') verses++
    return (kind !== 'verse' || verses <= most) && (kind !== 'pre-chorus' || things >= 8)
  })
  return kept.filter((kind, at) => !(kind === 'chorus' && kept[at + 1] === 'chorus' && kept[at + 2] === 'chorus'))
}

/**
 * Couplets for the library's topics, whose couplets are written by hand; facts that come as prose are sung as ballads are, in a
 * form that they can fill. A request with both opens with the library and goes on with its own facts.
 */
export function shapeVerses(form: readonly SectionKind[], request: Wishes): VerseShapes {
  const { topic, topicId, keyTerms = [], facts = [], skillLevel } = request
  if (topicId === undefined) return { form, verses: ['couplets'], between: {} }
  if (topicId === null) {
    const things = factsToSing({ topic: topic ?? '', topicId, keyTerms, facts, skillLevel }).length
    return {
      form: within(form, things),
      verses: ['ballad'],
      between: { 'pre-chorus': 'ballad', chorus: 'ballad', bridge: 'ballad' },
    }
  }
  const own = facts.length
  if (own < aVerse) return { form, verses: ['couplets'], between: {} }
  return { form, verses: ['couplets', 'ballad'], between: own > aVerse ? { bridge: 'ballad' } : {} }
}
