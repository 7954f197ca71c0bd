import { Button } from '../../design/button.js'
import { Card } from '../../design/card.js'
import { Dialog } from '../../design/dialog.js'
import { Field } from '../../design/field.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { AuthorTag } from './author-tag.js'
import { useRoom } from './room.js'
import { SessionSong } from './session-song.js'
import { useOwnText } from './use-own-text.js'
import './said.css'
import './stage-end.css'

/** The song, all of it; what each thinks of it; and the way to hand it in. */
export function Review() {
  const { view, rights } = useRoom()
  return (
    <>
      <Card label="What do you think of it?">
        <h2>What do you think of it?</h2>
        {rights.here && !rights.teaches && <OwnThoughts />}
        <Reflections />
      </Card>
      {rights.here && <HandIn />}
      {view.generation?.kind !== 'song' && <SessionSong />}
    </>
  )
}

export function Reflections() {
  const { view } = useRoom()
  if (view.reflections.length === 0) return null
  return (
    <ul className="reflections">
      {view.reflections.map(({ by, text }) => (
        <li key={by.number ?? text}>
          <AuthorTag by={by} />
          <blockquote>{text}</blockquote>
        </li>
      ))}
    </ul>
  )
}

function OwnThoughts() {
  const { view } = useRoom()
  const { field, isReady, problem, onSubmit } = useOwnText('reflection', (text) => ({ type: 'reflect', text }))
  const given = view.reflections.some(({ by }) => by.me)
  return (
    <form className="stack" onSubmit={onSubmit}>
      <Field
        label={given ? 'Say it in other words' : 'Your thoughts'}
        hint="What did you add? What did you learn about the topic, or about the music?"
        rows={3}
        maxLength={1000}
        {...field}
      />
      <ActNote problem={problem} />
      <div>
        <Button type="submit" isDisabled={!isReady}>
          {given ? 'Change it' : 'Say it'}
        </Button>
      </div>
    </form>
  )
}

function HandIn() {
  const { view, give } = useRoom()
  const { busy, problem, act } = useAct()
  const silent = view.people.filter(
    ({ here, role, number }) => here && role !== 'teacher' && !view.reflections.some(({ by }) => by.number === number),
  )
  return (
    <div className="stage-end stack">
      <ActNote problem={problem} />
      {problem && (
        <div>
          <Button icon="again" onPress={() => act(async () => void (await give({ type: 'askAgain' })))}>
            Ask the AI for the song again
          </Button>
        </div>
      )}
      <div className="stage-end-row">
        <p>
          {silent.length === 0
            ? 'Everybody has said what they think.'
            : `${silent.length === 1 ? 'One of you has' : `${silent.length} of you have`} not said anything yet.`}
        </p>
        <Dialog
          title="Hand it in?"
          trigger={
            <Button look="main" icon="check" isDisabled={busy || view.generation !== null}>
              Hand it in together
            </Button>
          }
        >
          {(close) => (
            <div className="stack">
              <p>It is handed in for all of you, and nobody can change it any more.</p>
              <div className="row">
                <Button
                  look="main"
                  icon="check"
                  onPress={() => {
                    close()
                    act(async () => void (await give({ type: 'submit' })))
                  }}
                >
                  Hand it in
                </Button>
                <Button look="quiet" onPress={close}>
                  Not yet
                </Button>
              </div>
            </div>
          )}
        </Dialog>
      </div>
    </div>
  )
}
