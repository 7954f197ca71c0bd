import { useRef, useState } from 'react'
import type { CourseChannel, PlatformName } from '../../../domain/chat.js'
import { listChannels, removeChannel } from '../../api/chat.js'
import { Button } from '../../design/button.js'
import { Badge, Card } from '../../design/card.js'
import { Announcement } from '../../design/status.js'
import { Waiting } from '../classroom/launched.js'
import { useAct } from '../classroom/use-act.js'
import { useFresh } from '../classroom/use-fresh.js'
import { day } from '../classroom/words.js'
import { Trouble } from '../trouble.js'
import { named, platformNames } from './chat-words.js'

const called = ({ name, platform }: CourseChannel): string =>
  name ? `#${name.replace(/^#/, '')}` : `A channel on ${platformNames[platform]}`

/** Where in the chats this course works, as its teacher said there; undone here. */
export function CourseChannels({ chats }: { chats: readonly PlatformName[] }) {
  const { again, ...asked } = useFresh(listChannels)
  const { busy, problem, act } = useAct()
  const heading = useRef<HTMLHeadingElement>(null)
  const [said, setSaid] = useState('')
  const remove = (channel: CourseChannel) =>
    act(async () => {
      await removeChannel(channel.id)
      again()
      setSaid(`${called(channel)} is not this course’s any more.`)
      heading.current?.focus()
    })
  return (
    <Card label="Channels of this course">
      <div className="section-head">
        <h2 ref={heading} tabIndex={-1}>
          Channels of this course
        </h2>
        <Button look="quiet" icon="again" onPress={again}>
          Look again
        </Button>
      </div>
      <p>
        Type <code className="chat-typed">/mashup setup</code> in a channel on {named(chats, 'or')}, once your own
        account is linked. There you choose the activity, and whether guests may take part: they sing along, and are
        never graded.
      </p>
      {asked.state === 'waiting' && <Waiting what="Looking for the channels" />}
      {asked.state === 'problem' && <Trouble problem={asked.problem} again={again} />}
      {asked.state === 'here' && asked.value.length === 0 && <p className="soft">There is none yet.</p>}
      {asked.state === 'here' && asked.value.length > 0 && (
        <ul className="chat-list">
          {asked.value.map((channel) => (
            <li key={channel.id} className="chat-item">
              <span>
                <span className="row">
                  <a href={channel.url} target="_blank" rel="noreferrer">
                    <strong>{called(channel)}</strong>
                    <span className="visually-hidden"> (opens {platformNames[channel.platform]})</span>
                  </a>
                  {channel.guests && <Badge>guests may join</Badge>}
                </span>
                <span className="small soft">
                  {platformNames[channel.platform]} · {channel.assignmentTitle ?? 'the whole course'} · since{' '}
                  {day(channel.boundAt)}
                </span>
              </span>
              <Button
                look="quiet"
                isDisabled={busy}
                aria-label={`Take away ${called(channel)}`}
                onPress={() => remove(channel)}
              >
                Take away
              </Button>
            </li>
          ))}
        </ul>
      )}
      {problem && <Trouble problem={problem} />}
      <Announcement>{said}</Announcement>
    </Card>
  )
}
