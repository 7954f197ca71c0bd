import { type FormEvent, useMemo, useRef, useState } from 'react'
import type { AssignmentSettings } from '../../../domain/assignment.js'
import type { SkillLevel } from '../../../domain/mashup-request.js'
import type { Song } from '../../../domain/song.js'
import { makeAssignmentSong } from '../../api/classroom.js'
import type { GenreInBrief } from '../../api/library.js'
import { asProblem, type Problem } from '../../api/problem.js'
import type { Progress } from '../../api/songs.js'
import { Button } from '../../design/button.js'
import { PickOne } from '../../design/pick-one.js'
import { usePlayer } from '../../player/use-player.js'
import { useKept } from '../classroom/use-kept.js'
import { GenreChosen } from '../request/genre-chosen.js'
import { GenreFields } from '../request/genre-fields.js'
import { levels } from '../request/levels.js'
import { missing } from '../request/troubles.js'
import { Making } from '../song/making.js'
import { Trouble } from '../trouble.js'

interface MakeSongProps {
  assignment: string
  settings: AssignmentSettings
  genres: readonly GenreInBrief[]
  /** There is a song already: this makes another. */
  another: boolean
  onMade: (song: Song) => void
}

interface Wish {
  genres: (string | null)[]
  level: SkillLevel
}

/** The studio for this assignment: what the teacher left free is chosen here, all else is settled. */
export function MakeSong({ assignment, settings, genres, another, onMade }: MakeSongProps) {
  const free = Math.max(0, 2 - settings.genres.length)
  const [wish, change] = useKept<Wish>(`wish.${assignment}`, { genres: [null, null], level: 'beginner' })
  const [tried, setTried] = useState(false)
  const [steps, setSteps] = useState<Progress[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const stop = useRef<AbortController>(null)
  const player = usePlayer()
  const chosen = wish.genres.slice(0, free).filter((id) => id !== null)
  const left = useMemo(() => genres.filter(({ id }) => !settings.genres.includes(id)), [genres, settings.genres])

  async function make(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (chosen.length < free) return
    player.stop()
    stop.current = new AbortController()
    setProblem(null)
    setSteps([])
    const asked = {
      ...(chosen.length > 0 && { genres: chosen }),
      ...(settings.skillLevel === null && { skillLevel: wish.level }),
    }
    try {
      const song = await makeAssignmentSong(assignment, asked, {
        signal: stop.current.signal,
        onStep: (step) => setSteps((before) => [...(before ?? []), step]),
      })
      onMade(song)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setSteps(null)
    }
  }

  if (steps) return <Making steps={steps} onCancel={() => stop.current?.abort()} />
  return (
    <form className="stack" onSubmit={(event) => void make(event)} noValidate>
      {problem && <Trouble problem={problem} />}
      {free > 0 && (
        <GenreFields
          labels={free === 1 ? ['The other kind of music'] : undefined}
          genres={left}
          chosen={wish.genres}
          onChange={(next) => change({ genres: next })}
          trouble={(tried && missing.genres({ genres: [...settings.genres, ...chosen] })) || undefined}
          below={(genre, family) => <GenreChosen genre={genre} family={family} player={player} />}
        />
      )}
      {settings.skillLevel === null && (
        <PickOne
          label="How much music do you know?"
          value={wish.level}
          onChange={(level) => change({ level })}
          options={levels}
        />
      )}
      <div>
        <Button look={another ? 'plain' : 'main'} icon={another ? 'again' : undefined} type="submit">
          {another ? 'Make another song' : 'Make the song'}
        </Button>
      </div>
    </form>
  )
}
