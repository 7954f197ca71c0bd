import type { MashupRequest } from '../../domain/mashup-request.js'
import type { SectionKind } from '../../domain/song.js'
import { factsToSing } from '../composer/compose-education.js'
import { syllablesOfLine } from '../words/pronunciation.js'

export type Wishes = Pick<MashupRequest, 'genres' | 'skillLevel' | 'seed'> &
  Partial<Pick<MashupRequest, 'topic' | 'topicId' | 'keyTerms' | 'facts' | 'gradeLevel'>>

/**
 * How lines rhyme: in couplets; as a ballad's do, where a fact takes two lines and every second one rhymes; or, for a fact or two,
 * not at all, in verses of two lines.
 */
export type Rhyming = 'couplets' | 'ballad' | 'two lines'

export interface VerseShapes {
  form: readonly SectionKind[]
  /** For the nth verse, and for what is sung between verses: couplets where nothing is said. */
  verses: readonly Rhyming[]
  between: Partial<Record<SectionKind, Rhyming>>
  /** Whether two lines are all that is left to say in the bridge. */
  shortBridge?: boolean
}

/** Facts that a verse of four lines takes. */
const aVerse = 2
/** Syllables that most songs have room for in a line. */
const aLine = 11

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
  const { topic, topicId, keyTerms = [], facts = [], skillLevel, gradeLevel = 6 } = request
  if (topicId === undefined) return { form, verses: ['couplets'], between: {} }
  if (topicId === null) {
    const things = factsToSing({ topic: topic ?? '', topicId, keyTerms, facts, skillLevel, gradeLevel }).length
    return {
      form: within(form, things),
      verses: things <= aVerse ? ['two lines'] : things === 3 ? ['ballad', 'two lines'] : ['ballad'],
      shortBridge: things < 6,
      between: { 'pre-chorus': 'ballad', chorus: 'ballad', bridge: 'ballad' },
    }
  }
  const own = facts.reduce((sum, fact) => sum + (syllablesOfLine(fact) > aLine ? 1 : 0.5), 0)
  if (facts.length === 0) return { form, verses: ['couplets'], between: {} }
  return {
    form,
    verses: ['couplets', own <= 1 ? 'two lines' : 'ballad'],
    between: own > aVerse ? { bridge: 'ballad' } : {},
    shortBridge: own > aVerse && own <= aVerse + 1,
  }
}
