import type { Evidence } from '../../../domain/classroom.js'
import { points } from './words.js'
import './evidence.css'

const names: Record<Evidence['about'], string> = {
  topic: 'Topic',
  'key terms': 'Key terms',
  facts: 'Facts',
  genres: 'Music',
  form: 'Form',
  craft: 'Craft',
}

/** Line by line: what was asked, what the song has, and where it is a proposal, the points for it. */
export const EvidenceList = ({
  evidence,
}: {
  evidence: readonly (Evidence & { points?: number; outOf?: number })[]
}) => (
  <dl className="evidence">
    {evidence.map((line) => (
      <div key={line.about} className="evidence-line">
        <dt>
          {names[line.about]}
          {line.points !== undefined && line.outOf !== undefined && (
            <span className="evidence-points">
              {points(Math.round(line.points * 10) / 10)} of {points(Math.round(line.outOf * 10) / 10)}
            </span>
          )}
        </dt>
        <dd className="soft small">{line.asked}</dd>
        <dd>{line.found}</dd>
      </div>
    ))}
  </dl>
)
