import { useCallback, useEffect, useState } from 'react'
import { type Invitation, readInvitation, renewInvitation } from '../../api/sessions.js'
import { useAsked } from '../../api/use-asked.js'
import { Button } from '../../design/button.js'
import { Card } from '../../design/card.js'
import { Announcement } from '../../design/status.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { linkTo } from './invitation.js'
import { useRoom } from './room.js'
import './invite.css'

/** The link that others come in by: to copy, and to read where a browser has no clipboard. Its host can make a new one. */
export function Invite() {
  const { id, rights } = useRoom()
  const { again, ...asked } = useAsked(useCallback((signal: AbortSignal) => readInvitation(id, signal), [id]))
  const [made, setMade] = useState<Invitation | null>(null)
  const { busy, problem, act } = useAct()
  const invitation = made ?? (asked.state === 'here' ? asked.value : null)
  const isGone = asked.state === 'problem' && asked.problem.code === 'gone'
  if (!invitation && !isGone) return null
  return (
    <Card label="Bring others in">
      <h2 className="session-side-title">Bring others in</h2>
      {invitation ? (
        <Link key={invitation.invitation} link={linkTo(id, invitation.invitation)} />
      ) : (
        <p className="small">The link can no longer be shown. {rights.leads ? '' : 'Your host can make a new one.'}</p>
      )}
      {rights.leads && (
        <div className="invite-new">
          <p className="small soft">Has it reached the wrong people? With a new link the old one lets nobody in.</p>
          <Button icon="again" isDisabled={busy} onPress={() => act(async () => setMade(await renewInvitation(id)))}>
            Make a new link
          </Button>
        </div>
      )}
      <ActNote problem={problem} />
      <Announcement>{made ? 'A new link is made. The old one lets nobody in any more.' : ''}</Announcement>
    </Card>
  )
}

const copiedMs = 4_000

function Link({ link }: { link: string }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), copiedMs)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <>
      <p className="small">Whoever has this link can join. Send it to nobody but your group.</p>
      <div className="invite-row">
        <input
          className="field-input invite-link"
          readOnly
          value={link}
          aria-label="Link to this session"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          icon={copied ? 'check' : 'link'}
          onPress={() =>
            void navigator.clipboard?.writeText(link).then(
              () => setCopied(true),
              () => {},
            )
          }
        >
          {copied ? 'Link copied' : 'Copy the link'}
        </Button>
      </div>
      <Announcement>{copied ? 'The link is copied.' : ''}</Announcement>
    </>
  )
}
