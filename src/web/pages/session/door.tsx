import type { Problem } from '../../api/problem.js'
import { BlendBand } from '../../design/blend-band.js'
import { Button, LinkButton } from '../../design/button.js'
import { Callout, Card } from '../../design/card.js'
import { families } from '../../design/family.js'
import { EmptyState } from '../../design/status.js'
import { Waiting } from '../classroom/launched.js'
import { useAct } from '../classroom/use-act.js'
import { Trouble } from '../trouble.js'
import { ActNote } from './act-note.js'
import { invitationInAddress } from './invitation.js'
import type { SessionClient } from './session-client.js'
import { ownWords } from './words.js'
import './door.css'

const ownFamilies = [families['North America'], families.Worldwide]

/** What is at the address for who is not in the session: the way in with an invitation, or what kept the page from opening. */
export function Door({ client, problem }: { client: SessionClient; problem: Problem | null }) {
  const { busy, problem: refused, act } = useAct()
  const invitation = invitationInAddress()
  if (!problem)
    return (
      <>
        <h1 className="visually-hidden">A song together</h1>
        <Waiting what="Opening the session" />
      </>
    )
  if (problem.code === 'not_found' && invitation)
    return (
      <div className="door">
        <BlendBand families={ownFamilies} tall />
        <Card label="You are invited">
          <h1 className="door-title">Come in and make a song together</h1>
          <p>
            Somebody has sent you this link. You will choose a hook, write the words and listen to the song with your
            group; the AI helps where you ask it to.
          </p>
          {refused?.code === 'not_found' ? (
            <div role="alert">
              <Callout tone="care" title="This link lets nobody in any more">
                There is a newer one. Ask somebody of the group to send it to you.
              </Callout>
            </div>
          ) : (
            <ActNote problem={refused} />
          )}
          <div>
            <Button
              look="main"
              isDisabled={busy}
              onPress={() =>
                act(async () => {
                  await client.give({ type: 'join' }, invitation)
                  client.again()
                })
              }
            >
              Join the group
            </Button>
          </div>
        </Card>
      </div>
    )
  if (problem.code === 'not_found')
    return (
      <>
        <h1 className="visually-hidden">A song together</h1>
        <EmptyState title="There is no session here for you" action={<LinkButton href="/">Make a song</LinkButton>}>
          Perhaps the link was cut off when it was copied. Ask somebody of your group to send it again, or open the
          activity in your course.
        </EmptyState>
      </>
    )
  return (
    <>
      <h1 className="visually-hidden">A song together</h1>
      <Trouble problem={problem} own={ownWords} again={() => client.again()} />
    </>
  )
}
