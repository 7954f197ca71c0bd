import type { Song } from '../../../domain/song.js'
import { FindingNote } from './finding-note.js'
import './checks-tab.css'

const percent = (share: number) => `${Math.round(share * 100)}%`
const measured: [name: string, words: string][] = [
  ['chordsExplained', 'Chords that theory explains'],
  ['chordToneOnStrongBeat', 'Strong beats that sing a note of their chord'],
  ['stressedOnBeat', 'Stressed syllables that fall on a beat'],
  ['rhymesBySound', 'Rhymes that rhyme by sound'],
  ['keyTermsUsed', 'Key words that are sung'],
  ['linesNew', 'Lines that are nobody else’s'],
]

/** What was checked, and what came of it. */
export const ChecksTab = ({ song: { quality } }: { song: Song }) => (
  <div className="stack">
    <p className="lead">
      Every chord, rhyme and syllable was checked: {percent(quality.score)}
      {quality.findings.length === 0 ? ', and there is nothing to mend.' : '.'}
    </p>
    {quality.findings.map((finding) => (
      <FindingNote key={finding.rule + finding.evidence} finding={finding} placed />
    ))}
    <dl className="measures">
      {measured
        .filter(([name]) => quality.measures[name] !== undefined)
        .map(([name, words]) => (
          <div key={name}>
            <dt>{words}</dt>
            <dd>{percent(quality.measures[name] ?? 0)}</dd>
          </div>
        ))}
    </dl>
  </div>
)
