import { useCallback, useEffect } from 'react'
import type { Song } from '../../../domain/song.js'
import { readSong } from '../../api/songs.js'
import { useAsked } from '../../api/use-asked.js'
import { LinkButton } from '../../design/button.js'
import { Shell } from '../../design/shell.js'
import { Progress } from '../../design/status.js'
import { Trouble } from '../trouble.js'
import { ownWords } from './words.js'

/** A song that a link names, until it is here. */
export function SoughtSong({ id, onSong }: { id: string; onSong: (song: Song) => void }) {
  const read = useCallback((signal: AbortSignal) => readSong(id, signal), [id])
  const asked = useAsked(read)
  useEffect(() => {
    if (asked.state === 'here') onSong(asked.value)
  })
  return (
    <Shell title="A song">
      <div className="within studio-message">
        <h1 className="visually-hidden">A song</h1>
        {asked.state !== 'problem' ? (
          <Progress label="Fetching the song" />
        ) : (
          <Trouble problem={asked.problem} own={ownWords} again={asked.again}>
            <LinkButton href="/">Make a song</LinkButton>
          </Trouble>
        )}
      </div>
    </Shell>
  )
}
