import type { Song } from '../../../domain/song.js'
import { fileOf, songPlace } from '../../api/songs.js'
import { Button, LinkButton } from '../../design/button.js'
import { Share } from '../song/share.js'
import { FileName, songFiles } from '../song/song-files.js'
import './take-away.css'

interface TakeAwayProps {
  song: Song
  onHook: (hook: string) => void
  onAgain: () => void
  onNew: () => void
}

/** What to do with the song, and what to try next. */
export const TakeAway = ({ song, onHook, onAgain, onNew }: TakeAwayProps) => (
  <section className="take-away" aria-label="What next">
    <div className="stack">
      <h2>Other hooks it could have had</h2>
      <p className="soft">The same music and the same seed, with another line to come back to.</p>
      <ul className="hooks">
        {song.hookOptions
          .filter(({ text }) => text !== song.hook)
          .map(({ text, reason }) => (
            <li key={text} className="hook">
              <div>
                <p className="hook-text">“{text}”</p>
                <p className="small soft">{reason}</p>
              </div>
              <Button icon="swap" aria-label={`Sing this one: ${text}`} onPress={() => onHook(text)}>
                Sing this one
              </Button>
            </li>
          ))}
      </ul>
      <div className="row">
        <Button icon="again" onPress={onAgain}>
          Again with another seed
        </Button>
        <Button onPress={onNew}>Change the wishes</Button>
      </div>
    </div>
    <div className="stack">
      <h2>Take it with you</h2>
      <ul className="downloads">
        {songFiles.map((name) => (
          <li key={name}>
            <LinkButton icon="download" href={fileOf(songPlace(song.id), name, { download: '1' })} download="">
              <FileName of={name} />
            </LinkButton>
          </li>
        ))}
      </ul>
      <Share place={songPlace(song.id)} />
      <p className="small soft">
        Seed {song.seed}: the same wishes with this seed give this very song.
        {song.provenance.fallback && ' This is the plain song that is handed over when nothing better could be made.'}
      </p>
    </div>
  </section>
)
