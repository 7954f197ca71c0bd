import { useCallback } from 'react'
import { type Group, listGroups, startGroup } from '../../api/sessions.js'
import { Button, LinkButton } from '../../design/button.js'
import { Badge, Card } from '../../design/card.js'
import { goTo } from '../../way.js'
import { Waiting } from '../classroom/launched.js'
import { useAct } from '../classroom/use-act.js'
import { useFresh } from '../classroom/use-fresh.js'
import { counted } from '../classroom/words.js'
import { joinGroup } from '../session/join-group.js'
import { SingerMark } from '../session/singer-mark.js'
import { called, stageNames } from '../session/words.js'
import { Trouble } from '../trouble.js'
import './groups.css'

const open = (session: string): void => goTo(`/session/${session}`)

/** The groups of an assignment: a student starts one, joins one or goes on in their own; who teaches looks in. */
export function Groups({ assignment, teaches }: { assignment: string; teaches: boolean }) {
  const { again, ...asked } = useFresh(
    useCallback((signal: AbortSignal) => listGroups(assignment, signal), [assignment]),
  )
  const { busy, problem, act } = useAct()
  if (asked.state === 'waiting') return <Waiting what="Looking for the groups" />
  if (asked.state === 'problem') return <Trouble problem={asked.problem} again={again} />
  const own = asked.value.find(({ mine, stage }) => mine && stage !== 'finished' && stage !== 'cancelled')
  // Who is in one can join no other.
  const groups = own && !teaches ? asked.value.filter(({ mine }) => mine) : asked.value
  return (
    <Card label="Groups">
      <div className="section-head">
        <h2>{own && !teaches ? 'Your group' : 'Groups'}</h2>
        <Button look="quiet" icon="again" onPress={again}>
          Look again
        </Button>
      </div>
      {groups.length === 0 && (
        <p className="soft">
          {teaches ? 'No group has begun yet.' : 'Nobody has begun yet. Start a group; others can join it from here.'}
        </p>
      )}
      <ul className="groups">
        {groups.map((group) => (
          <li key={group.id} className="group">
            <GroupWords group={group} />
            {teaches || group.mine ? (
              <LinkButton href={`/session/${group.id}`}>
                {teaches ? 'Look in' : group.stage === 'finished' ? 'See the song' : 'Go on'}
              </LinkButton>
            ) : (
              <Button
                isDisabled={busy || !group.hasRoom}
                onPress={() =>
                  act(async () => {
                    await joinGroup(group.id)
                    open(group.id)
                  })
                }
              >
                {group.hasRoom ? 'Join' : 'Full'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem && <Trouble problem={problem} />}
      {!teaches && !own && (
        <div>
          <Button
            look={groups.length === 0 ? 'main' : 'plain'}
            isDisabled={busy}
            onPress={() => act(async () => open((await startGroup(assignment)).id))}
          >
            Start a group
          </Button>
        </div>
      )}
    </Card>
  )
}

/** Who is in a group and how far they are; to who teaches, what waits for them. */
function GroupWords({ group: { people, stage, mine, held, aiPaused } }: { group: Group }) {
  const here = people.filter((one) => one.here)
  return (
    <div className="group-words">
      <p className="row group-people">
        {here.map((one) => (
          <span key={one.number} className="group-person">
            <SingerMark number={one.number} />
            {called(one)}
          </span>
        ))}
        {here.length === 0 && <span className="soft">Everybody has left.</span>}
      </p>
      <p className="row small">
        <Badge>{stageNames[stage]}</Badge>
        {mine && <Badge tone="good">your group</Badge>}
        {(held ?? 0) > 0 && <Badge tone="care">{counted(held ?? 0, 'text waits', 'texts wait')} for you</Badge>}
        {aiPaused && <Badge tone="note">AI paused</Badge>}
      </p>
    </div>
  )
}
