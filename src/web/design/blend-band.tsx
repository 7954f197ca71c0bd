import type { Family } from './family.js'
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
      <div className="blend-band-staff" />
    </div>
  )
}

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
