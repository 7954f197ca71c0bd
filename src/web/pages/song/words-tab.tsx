import { useState } from 'react'
import type { Finding } from '../../../domain/finding.js'
import type { Line, Song } from '../../../domain/song.js'
import { Badge } from '../../design/card.js'
import { Toggle } from '../../design/toggle.js'
import type { SectionBars } from './bars.js'
import { FindingNote } from './finding-note.js'
import { useHeard } from './heard.js'
import { PlaceButton } from './place-button.js'
import { withSigns } from './signs.js'
import './words-tab.css'

const shows = { chords: 'Chords', roman: 'Roman numerals', rhymes: 'Rhymes', syllables: 'Syllables' } as const
type Shown = Record<keyof typeof shows, boolean>

/** How the line is sung, cut where it is sung: "see·dlings". Held notes carry no syllable. */
const cut = ({ notes }: Line): string => {
  const sung = notes.map(({ syllable }) => syllable).filter(Boolean)
  return sung.join(' · ')
}

const Chords = ({ bars, roman }: { bars: SectionBars; roman: boolean }) => (
  <ol className="chord-bars" aria-label={`Chords of ${bars.section.label}`}>
    {bars.chords
      .map((chords, at) => ({ number: bars.first + at, chords }))
      .map(({ number, chords }) => (
        <li key={number} className="chord-bar">
          <span className="chord-bar-number">
            <span className="visually-hidden">Bar </span>
            {number}
          </span>
          {chords.length === 0 && <span className="chord-name soft">as before</span>}
          {chords.map((chord) => (
            <span key={chord.at} className="chord-name">
              {withSigns(chord.symbol)}
              {roman && <span className="chord-roman">{chord.roman}</span>}
            </span>
          ))}
        </li>
      ))}
  </ol>
)

interface SectionWordsProps {
  bars: SectionBars
  index: number
  findings: readonly Finding[]
  shown: Shown
}

function SectionWords({ bars, index, findings, shown }: SectionWordsProps) {
  const { section } = bars
  const here = findings.filter(({ place }) => place.section === index)
  return (
    <div className={`words-section words-${section.kind}`}>
      <div className="section-head">
        <h3>{section.label}</h3>
        <PlaceButton place={{ section: index }} about={section.label} />
      </div>
      {(shown.chords || shown.roman) && <Chords bars={bars} roman={shown.roman} />}
      {section.lines.length === 0 && <p className="soft">The band plays.</p>}
      <ul className="words-lines">
        {section.lines.map((line, at) => (
          <li key={line.notes[0]?.start ?? line.text}>
            <div className="words-line">
              <span className="words-text">{line.text}</span>
              {shown.rhymes && line.rhyme && (
                <Badge>
                  <span className="visually-hidden">Rhyme </span>
                  {line.rhyme}
                </Badge>
              )}
              {shown.syllables && <span className="small soft">{line.syllables} syllables</span>}
            </div>
            {shown.syllables && line.notes.length > 0 && <p className="words-cut">{cut(line)}</p>}
            {here
              .filter(({ place }) => place.line === at)
              .map((finding) => (
                <FindingNote key={finding.rule + finding.evidence} finding={finding} />
              ))}
          </li>
        ))}
      </ul>
      {here
        .filter(({ place }) => place.line === undefined)
        .map((finding) => (
          <FindingNote key={finding.rule + finding.evidence} finding={finding} />
        ))}
    </div>
  )
}

/** What is sung, with as much of how it is made as one likes to see; each finding stands where it belongs. */
export function WordsTab({ song }: { song: Song }) {
  const { bars } = useHeard().playing
  const [shown, setShown] = useState<Shown>({ chords: false, roman: false, rhymes: false, syllables: false })
  return (
    <div className="stack">
      <fieldset className="words-shown">
        <legend>Show with the words</legend>
        {Object.entries(shows).map(([name, label]) => (
          <Toggle
            key={name}
            on={shown[name as keyof Shown]}
            onChange={(on) => setShown((before) => ({ ...before, [name]: on }))}
          >
            {label}
          </Toggle>
        ))}
      </fieldset>
      <div className="words">
        {bars.sections.map((section, index) => (
          <SectionWords
            key={section.first}
            bars={section}
            index={index}
            findings={song.quality.findings}
            shown={shown}
          />
        ))}
      </div>
    </div>
  )
}
