import type { Family, NoteShape } from './family.js'
import './genre-mark.css'

/** Note heads in a box of 20 by 20. */
export const noteHeads: Record<NoteShape, string> = {
  oval: 'M2.2 12.8C1 9.2 4.8 4.6 10 4.2s9 3 7.8 6.8-5.4 5.6-9 5.6-5.6-1-6.6-3.8z',
  triangle: 'M1.5 17L10 3l8.5 14z',
  diamond: 'M10 1.5L18.5 10 10 18.5 1.5 10z',
  square: 'M2.5 4h15v12h-15z',
  cup: 'M1.5 4.5h17C18.5 12 15 16.5 10 16.5S1.5 12 1.5 4.5z',
  cone: 'M2 6.5C4 2.5 16 2.5 18 6.5L10 18.5z',
  flag: 'M2 3.5l16 13H2z',
  cross: 'M3.5 1.5L10 7.2l6.5-5.7 2 2.2L12.6 10l5.9 6.3-2 2.2L10 12.8l-6.5 5.7-2-2.2L7.4 10 1.5 3.7z',
  moon: 'M1.5 8C3 16.5 17 16.5 18.5 8 15 11 5 11 1.5 8z',
}

/** A genre's sign: its family's shape in its family's colour. The name always stands beside it. */
export const GenreMark = ({ family }: { family: Family }) => (
  <svg className={`genre-mark family-${family.slug}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={noteHeads[family.shape]} />
  </svg>
)

/** Two notes under one beam, of two families: what a mashup is. Also the project's own sign. */
export function BlendMark({ families: [left, right] }: { families: readonly [Family, Family] | readonly Family[] }) {
  return (
    <svg className="blend-mark" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path className="blend-mark-beam" d="M20.5 46V13.5l33-6.5v33" />
      <path className="blend-mark-beam" d="M20.5 22l33-6.5" />
      {left && (
        <path
          className={`blend-mark-head family-${left.slug}`}
          transform="translate(2 36) scale(1.05)"
          d={noteHeads[left.shape]}
        />
      )}
      {right && (
        <path
          className={`blend-mark-head family-${right.slug}`}
          transform="translate(35 30) scale(1.05)"
          d={noteHeads[right.shape]}
        />
      )}
    </svg>
  )
}
