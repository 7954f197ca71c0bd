import type { Song } from '../../../domain/song.js'
import { Disclosure } from '../../design/disclosure.js'
import './topic-tab.css'

const depthWords = ['', 'Remember', 'Explain', 'Connect and judge']

/** What is to be learned from the song, and asked about it in class. */
export const TopicTab = ({ song: { education } }: { song: Song }) => (
  <div className="stack">
    <div className="abreast learn-columns">
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
