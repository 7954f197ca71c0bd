import { useEffect, useState } from 'react'
import type { Roster } from '../../../domain/classroom.js'
import { syncRoster } from '../../api/classroom.js'
import { Button } from '../../design/button.js'
import { Announcement } from '../../design/status.js'
import { useAct } from '../classroom/use-act.js'
import { day } from '../classroom/words.js'
import { Trouble } from '../trouble.js'

const lookAgainMs = 2000
const looksAtMost = 30

/** Reads the roster from the platform, and looks until it has come. */
export function SyncLine({
  roster: { canSync, synced },
  teaches,
  again,
}: {
  roster: Roster
  teaches: boolean
  again: () => void
}) {
  const { busy, problem, act } = useAct()
  const [since, setSince] = useState<{ startedAt: string | null; looks: number } | null>(null)
  const arrived =
    since !== null && synced !== null && synced.startedAt !== since.startedAt && (synced.complete || !!synced.refused)
  const waiting = since !== null && !arrived && since.looks < looksAtMost
  const sync = async () => {
    setSince({ startedAt: synced?.startedAt ?? null, looks: 0 })
    await syncRoster()
  }
  // A teacher's first look at a course: who is in it is asked for at once.
  const first = teaches && canSync && synced === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    if (first) act(sync)
  }, [])
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => {
      setSince((before) => before && { ...before, looks: before.looks + 1 })
      again()
    }, lookAgainMs)
    return () => clearInterval(timer)
  }, [waiting, again])
  if (!canSync)
    return (
      <p className="small soft">
        This course does not share its roster, so those are listed who have opened an activity of this tool.
      </p>
    )
  const told =
    synced?.refused && (arrived || !since)
      ? synced.refused
      : arrived && synced
        ? `The roster is up to date: ${synced.added} new, ${synced.left} left.`
        : since && !waiting
          ? 'The roster has not come yet. Your learning platform may be slow; look again in a while.'
          : ''
  return (
    <div className="row">
      {teaches && (
        <Button icon="again" onPress={() => act(sync)}>
          {waiting || busy ? 'Reading the roster …' : 'Read the roster'}
        </Button>
      )}
      <span className="small soft">
        {told ||
          (synced
            ? `Last read ${day(synced.startedAt)}${synced.complete ? '' : ', not to its end'}.`
            : 'Not read yet: only those are listed who have come.')}
      </span>
      <Announcement>{waiting ? 'Reading the roster …' : told}</Announcement>
      {problem && <Trouble problem={problem} />}
    </div>
  )
}
