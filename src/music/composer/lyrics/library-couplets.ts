import type { SkillLevel } from '../../../domain/mashup-request.js'
import type { Topic } from '../../../domain/topic.js'
import { type Couplet, roles } from './couplet.js'

const parsed = new Map<string, { easy: Couplet[]; full: Couplet[] }>()

function parse(topic: Topic) {
  const of = (level: 'easy' | 'full'): Couplet[] =>
    roles.flatMap((role) =>
      topic.couplets[level][role].map((text, at) => {
        const [, fact = '0', first = '', second = ''] = /^(\d+): ([^/]+) \/ ([^/]+)$/.exec(text) ?? []
        const told = Number(fact)
        return {
          lines: [first.trim(), second.trim()] as const,
          role,
          order: role === 'fact' ? told + at / 100 : at,
          tells: told > 0 ? `library:${told}` : '',
          worth: 0,
        }
      }),
    )
  return { easy: of('easy'), full: of('full') }
}

/** The couplets of a topic, those of the level first in worth; easier ones serve every level where they fit. */
export function libraryCouplets(topic: Topic, level: SkillLevel): Couplet[] {
  let couplets = parsed.get(topic.id)
  if (!couplets) {
    couplets = parse(topic)
    parsed.set(topic.id, couplets)
  }
  const easy = level === 'beginner' ? 0 : level === 'intermediate' ? -0.1 : -0.3
  const full = level === 'beginner' ? -0.4 : 0
  return [
    ...couplets.easy.map((couplet) => ({ ...couplet, worth: easy })),
    ...couplets.full.map((couplet) => ({ ...couplet, worth: full })),
  ]
}
