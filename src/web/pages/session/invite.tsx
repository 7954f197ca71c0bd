import { useState } from 'react'
import { Button } from '../../design/button.js'
import { Card } from '../../design/card.js'
import { Announcement } from '../../design/status.js'
import { invitationTo, linkTo } from './invitation.js'

/** The link that others come in by: to copy, and to read where a browser has no clipboard. */
export function Invite({ session }: { session: string }) {
  const [copied, setCopied] = useState(false)
  const invitation = invitationTo(session)
  if (!invitation) return null
  const link = linkTo(session, invitation)
  return (
    <Card label="Bring others in">
      <h2 className="session-side-title">Bring others in</h2>
      <p className="small">Whoever has this link can join. Send it to nobody but your group.</p>
      <input
        className="field-input invite-link"
        readOnly
        value={link}
        aria-label="Link to this session"
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
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
    </Card>
  )
}
