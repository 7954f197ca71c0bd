import type { Finding } from '../../../domain/finding.js'
import { Badge, type Tone } from '../../design/card.js'
import { PlaceButton } from './place-button.js'
import './finding-note.css'

const tones: Record<Finding['severity'], Tone> = { error: 'bad', warning: 'care', info: 'note' }
const names: Record<Finding['severity'], string> = { error: 'To mend', warning: 'Look again', info: 'Good to know' }

/** What a check saw, and what could be done about it. */
export const FindingNote = ({ finding, placed }: { finding: Finding; placed?: boolean }) => (
  <div className="finding">
    <Badge tone={tones[finding.severity]}>{names[finding.severity]}</Badge>
    <p className="small">
      {finding.evidence} <span className="soft">{finding.suggestion}</span>
    </p>
    {placed && <PlaceButton place={finding.place} about={finding.evidence} />}
  </div>
)
