import type { Song } from '../../../domain/song.js'
import { ask } from '../../api/ask.js'
import { fileOf } from '../../api/songs.js'
import { Button } from '../../design/button.js'
import { FileName, type SongFile } from '../song/song-files.js'
import { useSongPlace } from '../song/song-place.js'
import { Trouble } from '../trouble.js'
import { useAct } from './use-act.js'

const files: SongFile[] = ['score.pdf', 'song.mp3', 'song.musicxml']

/** Fetched with the page's token and then handed to the browser to keep: a plain link would come without it. */
async function save(place: string, name: SongFile): Promise<void> {
  const response = await ask(fileOf(place, name))
  const told = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = told ?? name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The files of a song that a class has use for. */
export function KeepSong({ song }: { song: Song }) {
  const place = useSongPlace(song)
  const { busy, problem, act } = useAct()
  return (
    <section className="stack" aria-label="Take it with you">
      <ul className="row">
        {files.map((name) => (
          <li key={name}>
            <Button icon="download" isDisabled={busy} onPress={() => act(() => save(place, name))}>
              <FileName of={name} />
            </Button>
          </li>
        ))}
      </ul>
      {problem && <Trouble problem={problem} />}
    </section>
  )
}
