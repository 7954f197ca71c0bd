import { aimAt, codeAt, type SongStep, standards } from '../../../knowledge/objectives.js'
import { seeded } from '../../random.js'

const always: readonly SongStep[] = ['lyrics', 'connect']

/** The teacher's objectives first, then standards of music for the steps this song was made in, at the grade. */
export function chooseObjectives(
  grade: number,
  wished: readonly string[],
  seed: number,
): { code: string; text: string }[] {
  const own = wished.map((text) => {
    const code = /\b(MU:[\w.]+|CCSS\.[\w.-]+|NGSS [\w-]+|C3 [\w.-]+)\b/.exec(text)?.[1]
    return { code: code ?? 'own', text }
  })
  const others = seeded(seed, 'objectives').shuffle(standards.filter(({ step }) => !always.includes(step)))
  const chosen = [...standards.filter(({ step }) => always.includes(step)), ...others.slice(0, 3)]
  return [
    ...own,
    ...chosen.map((standard) => ({ code: codeAt(standard, grade), text: `${aimAt(standard, grade)}.` })),
  ].slice(0, 12)
}
