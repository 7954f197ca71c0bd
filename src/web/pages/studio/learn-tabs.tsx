import type { BlendLayer, Song } from '../../../domain/song.js'
import { Disclosure } from '../../design/disclosure.js'
import type { Family } from '../../design/family.js'
import { GenreMark } from '../../design/genre-mark.js'
import { FindingNote } from './finding-note.js'
import { PlaceButton } from './place-button.js'

/** Theory where it can be heard. */
export const MusicTab = ({ song }: { song: Song }) => (
  <ul className="notes">
    {song.theory.map((note) => (
      <li key={note.concept + note.text} className="note">
        <div className="section-head">
          <h3>{note.concept}</h3>
          <PlaceButton place={note.place} about={note.concept} />
        </div>
        <p>{note.text}</p>
      </li>
    ))}
  </ul>
)

const layerWords: Record<BlendLayer, string> = {
  groove: 'The beat',
  harmony: 'The chords',
  melody: 'The tune',
  form: 'The form',
  timbre: 'The sound',
}
const compromiseWords = { tempo: 'Tempo', meter: 'Metre', swing: 'Swing', mode: 'Scale' } as const

interface BlendTabProps {
  song: Song
  /** What each genre of the song wears, and what it is called. */
  worn: readonly Family[]
  nameOf: (genre: string) => string
}

export const BlendTab = ({ song: { blend, genres, education }, worn, nameOf }: BlendTabProps) => (
  <div className="stack">
    <p className="lead">{blend.summary}</p>
    <ul className="notes">
      {blend.layers.map(({ layer, genre, reason }) => {
        const family = worn[genres.indexOf(genre)]
        return (
          <li key={layer} className={`note note-blend${family ? ` family-${family.slug}` : ''}`}>
            <h3>
              {layerWords[layer]}
              <span className="note-genre">
                {family && <GenreMark family={family} />} from {nameOf(genre)}
              </span>
            </h3>
            <p>{reason}</p>
          </li>
        )
      })}
    </ul>
    {blend.compromises.length > 0 && (
      <>
        <h3>Where they met half way</h3>
        <ul className="notes">
          {blend.compromises.map(({ what, value, reason }) => (
            <li key={what} className="note">
              <h4>
                {compromiseWords[what]}: {value}
              </h4>
              <p>{reason}</p>
            </li>
          ))}
        </ul>
      </>
    )}
    <h3>Where they come from</h3>
    <ul className="notes">
      {education.culturalLearning.map(({ genre, text }) => (
        <li key={genre} className="note">
          <h4>{nameOf(genre)}</h4>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  </div>
)

const depthWords = ['', 'Remember', 'Explain', 'Connect and judge']

export const TopicTab = ({ song: { education } }: { song: Song }) => (
  <div className="stack">
    <div className="learn-columns">
      <section className="stack">
        <h3>Words to know</h3>
        <dl className="terms">
          {education.keyConcepts.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="stack">
        <h3>Facts it was made from</h3>
        <ul>
          {education.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </section>
    </div>
    {education.skillDevelopment.length > 0 && (
      <section className="stack">
        <h3>Try this</h3>
        <ul>
          {education.skillDevelopment.map((exercise) => (
            <li key={exercise}>{exercise}</li>
          ))}
        </ul>
      </section>
    )}
    <Disclosure title="Questions for class">
      <ol className="questions">
        {education.questions.map(({ question, answer, depth }) => (
          <li key={question}>
            <p>
              <strong>{question}</strong> <span className="small soft">{depthWords[depth]}</span>
            </p>
            <Disclosure title="One good answer" level={4}>
              <p>{answer}</p>
            </Disclosure>
          </li>
        ))}
      </ol>
    </Disclosure>
    {education.objectives.length > 0 && (
      <Disclosure title="For teachers: what it teaches">
        <ul>
          {education.objectives.map(({ code, text }) => (
            <li key={code + text}>
              <strong>{code}</strong> {text}
            </li>
          ))}
        </ul>
      </Disclosure>
    )}
  </div>
)

const percent = (share: number) => `${Math.round(share * 100)}%`
const measured: [name: string, words: string][] = [
  ['chordsExplained', 'Chords that theory explains'],
  ['chordToneOnStrongBeat', 'Strong beats that sing a note of their chord'],
  ['stressedOnBeat', 'Stressed syllables that fall on a beat'],
  ['rhymesBySound', 'Rhymes that rhyme by sound'],
  ['keyTermsUsed', 'Key words that are sung'],
  ['linesNew', 'Lines that are nobody else’s'],
]

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
