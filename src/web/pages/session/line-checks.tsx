import type { LineCheck } from '../../../domain/session/line-check.js'
import { Badge } from '../../design/card.js'

const fits = ({ count, min, max }: LineCheck['syllables']): boolean => count >= min && count <= max
const range = ({ min, max }: { min: number; max: number }): string => (min === max ? String(min) : `${min} to ${max}`)
const rhymes: Record<string, string> = {
  perfect: 'rhymes with',
  same: 'is the same word as',
  none: 'does not rhyme with',
}

/** What the checks say, in a sentence: for who hears it. */
export const checkSentence = ({ syllables, rhyme, remarks }: LineCheck): string =>
  [
    `${syllables.count} syllables${fits(syllables) ? ', that fits' : ''}.`,
    ...(rhyme && rhyme.kind !== 'none' ? [`It ${rhymes[rhyme.kind] ?? 'nearly rhymes with'} ${rhyme.with}.`] : []),
    ...remarks.slice(0, 2),
  ].join(' ')

/** Beside a line that nobody has open: whether it can be sung as it stands. */
export const CheckInBrief = ({ check }: { check: LineCheck | undefined }) =>
  check && (
    <>
      <Badge tone={fits(check.syllables) ? 'good' : 'care'}>
        {check.syllables.count} syllables
        <span className="visually-hidden">
          {fits(check.syllables) ? ', fits' : `, ${range(check.syllables)} would fit`}
        </span>
      </Badge>
      {check.rhyme?.kind === 'none' && <Badge tone="care">no rhyme with “{check.rhyme.with}” yet</Badge>}
    </>
  )

/** Everything the checks say of a line that is being written: kind, and in the way of nobody. */
export function LineChecks({ check }: { check: LineCheck | undefined }) {
  if (!check) return <p className="small soft line-checks">Write, and the checks say at once how it sings.</p>
  const { syllables, stress, rhyme, keyTerms, remarks } = check
  return (
    <div className="line-checks stack">
      <ul className="row line-checks-badges">
        <li>
          <Badge tone={fits(syllables) ? 'good' : 'care'}>
            {syllables.count} syllables, room for {range(syllables)}
          </Badge>
        </li>
        {/* Where there is none, a remark says which word it could be. */}
        {rhyme && rhyme.kind !== 'none' && (
          <li>
            <Badge tone={rhyme.kind === 'same' ? 'care' : 'good'}>
              {rhymes[rhyme.kind] ?? 'nearly rhymes with'} “{rhyme.with}”
            </Badge>
          </li>
        )}
        {keyTerms.map((term) => (
          <li key={term}>
            <Badge tone="good">uses “{term}”</Badge>
          </li>
        ))}
      </ul>
      <p className="line-stress" aria-hidden="true">
        {stress.map(({ text, strong }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: syllables have nothing but their place
          <span key={at} className={strong ? 'line-stress-strong' : undefined}>
            {text}
          </span>
        ))}
      </p>
      {remarks.length > 0 && (
        <ul className="line-remarks">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
