import type { CSSProperties } from 'react'
import { type Family, families, regions } from './family.js'
import { noteHeads } from './genre-mark.js'
import './blend-band.css'

/**
 * Two inks over a staff: the first genre's from the left, the second's from the right, and where they lie over each other a
 * third colour that neither has. Decoration; the names are said in words beside it.
 */
export function BlendBand({ families: [left, right], tall }: { families: readonly Family[]; tall?: boolean }) {
  const looks = ['blend-band', tall && 'blend-band-tall', left && right && 'blend-band-both'].filter(Boolean).join(' ')
  return (
    <div className={looks} aria-hidden="true">
      <div className={`blend-band-ink blend-band-left${left ? ` family-${left.slug}` : ' blend-band-none'}`}>
        {left && <Pattern family={left} id="left" />}
      </div>
      <div className={`blend-band-ink blend-band-right${right ? ` family-${right.slug}` : ' blend-band-none'}`}>
        {right && <Pattern family={right} id="right" />}
      </div>
      <div className="blend-band-staff">{!left && !right && <Tune />}</div>
    </div>
  )
}

/** Steps up from the middle line: where each family's note stands while nobody has chosen any. Stems go up below it, else down. */
const steps = [-3, -1, 1, -2, 2, 4, 3, 1, -2]
const stems = { up: 'M18 9V-42', down: 'M2 11V54' }

const Tune = () =>
  regions.map((region, at) => (
    <svg
      key={region}
      className={`blend-band-note family-${families[region].slug}`}
      viewBox="0 0 20 20"
      style={{ '--steps': steps[at] } as CSSProperties}
      aria-hidden="true"
      focusable="false"
    >
      <path className="blend-band-stem" d={stems[steps[at]! < 0 ? 'up' : 'down']} />
      <path d={noteHeads[families[region].shape]} />
    </svg>
  ))

const Pattern = ({ family, id }: { family: Family; id: string }) => (
  <svg className="blend-band-pattern" aria-hidden="true" focusable="false">
    <defs>
      <pattern id={`band-${id}`} width="46" height="46" patternUnits="userSpaceOnUse" patternTransform="rotate(-14)">
        <path d={noteHeads[family.shape]} transform="translate(4 4) scale(0.7)" />
        <path d={noteHeads[family.shape]} transform="translate(27 27) scale(0.7)" />
      </pattern>
    </defs>
    <rect width="100%" height="100%" fill={`url(#band-${id})`} />
  </svg>
)
