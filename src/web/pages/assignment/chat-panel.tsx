import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { AccountLink, PlatformName } from '../../../domain/chat.js'
import { listAccountLinks, removeAccountLink } from '../../api/chat.js'
import { Button } from '../../design/button.js'
import { Callout, Card } from '../../design/card.js'
import { Disclosure } from '../../design/disclosure.js'
import { Announcement } from '../../design/status.js'
import { Waiting } from '../classroom/launched.js'
import { useAct } from '../classroom/use-act.js'
import { useFresh } from '../classroom/use-fresh.js'
import { day } from '../classroom/words.js'
import { Trouble } from '../trouble.js'
import { ChatCode } from './chat-code.js'
import { named, platformNames } from './chat-words.js'
import { CourseChannels } from './course-channels.js'
import './chat.css'

interface ChatProps {
  chats: readonly PlatformName[]
}

/** On a student's page: one line until it is wanted, and none where the service speaks in no chat. */
export function ChatFold({ chats }: ChatProps) {
  const [open, setOpen] = useState(false)
  if (chats.length === 0) return null
  return (
    <Disclosure title={`Work in ${named(chats, 'or')}`} level={2} open={open} onOpen={setOpen}>
      {open && (
        <Accounts chats={chats}>
          Link your {named(chats, 'or')} account once. Then what you do in a channel of this course is yours, and counts
          here.
        </Accounts>
      )}
    </Disclosure>
  )
}

/** On the page of who teaches: their own accounts, and to a teacher the course's channels. */
export const ChatPanel = ({ chats, teaches }: ChatProps & { teaches: boolean }) => (
  <div className="stack chat">
    <Card label="Your accounts">
      <h2>Your accounts</h2>
      <Accounts chats={chats}>
        Link your {named(chats, 'or')} account once, so that the channels of this course know who you are.
      </Accounts>
    </Card>
    {teaches && <CourseChannels chats={chats} />}
  </div>
)

/** The accounts of the reader that are linked, and how one more is; `children` say why. */
function Accounts({ chats, children }: ChatProps & { children: ReactNode }) {
  const { again, ...asked } = useFresh(listAccountLinks)
  const links = asked.state === 'here' ? asked.value : null
  const [before, setBefore] = useState<readonly string[] | null>(null)
  const linked = before && links?.find(({ id }) => !before.includes(id))
  return (
    <div className="stack">
      <p>{children}</p>
      {linked ? (
        <Linked link={linked} onDone={() => setBefore(null)} />
      ) : (
        <ChatCode
          chats={chats}
          onIssued={() => setBefore(links?.map(({ id }) => id) ?? [])}
          lookAgain={again}
          isReady={links !== null}
        />
      )}
      {asked.state === 'waiting' && <Waiting what="Looking for your accounts" />}
      {asked.state === 'problem' && <Trouble problem={asked.problem} again={again} />}
      {links && <LinkList links={links} again={again} />}
    </div>
  )
}

/** Where the code was. The button that had the focus is gone: reading goes on here. */
function Linked({ link: { name, platform }, onDone }: { link: AccountLink; onDone: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className="chat-linked">
      <Callout
        tone="good"
        title={`Linked: ${name} on ${platformNames[platform]}`}
        actions={<Button onPress={onDone}>Link another account</Button>}
      >
        You can go on there now.
      </Callout>
      <Announcement>{`${name} on ${platformNames[platform]} is linked.`}</Announcement>
    </div>
  )
}

function LinkList({ links, again }: { links: readonly AccountLink[]; again: () => void }) {
  const { busy, problem, act } = useAct()
  const heading = useRef<HTMLHeadingElement>(null)
  const [said, setSaid] = useState('')
  return (
    <section className="stack chat-links" aria-labelledby="chat-links">
      <h3 ref={heading} id="chat-links" tabIndex={-1}>
        Linked to you
      </h3>
      {links.length === 0 && <p className="soft">No account yet.</p>}
      {links.length > 0 && (
        <ul className="chat-list">
          {links.map(({ id, name, platform, linkedAt }) => (
            <li key={id} className="chat-item">
              <span>
                <strong>{name}</strong>
                <span className="small soft">
                  {platformNames[platform]} · since {day(linkedAt)}
                </span>
              </span>
              <Button
                look="quiet"
                isDisabled={busy}
                aria-label={`Unlink ${name} on ${platformNames[platform]}`}
                onPress={() =>
                  act(async () => {
                    await removeAccountLink(id)
                    again()
                    setSaid(`${name} on ${platformNames[platform]} is not linked any more.`)
                    heading.current?.focus()
                  })
                }
              >
                Unlink
              </Button>
            </li>
          ))}
        </ul>
      )}
      {problem && <Trouble problem={problem} />}
      <Announcement>{said}</Announcement>
    </section>
  )
}
