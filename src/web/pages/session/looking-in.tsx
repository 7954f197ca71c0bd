import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { useRoom } from './room.js'

/** For who sees the session and takes no part in it: a teacher who looks in, or somebody who has left. */
export function LookingIn() {
  const { rights, give } = useRoom()
  const { busy, problem, act } = useAct()
  return (
    <Callout
      tone="note"
      title={rights.watches ? 'You are looking in' : 'You have left the group'}
      actions={
        <Button isDisabled={busy} onPress={() => act(async () => void (await give({ type: 'join' })))}>
          {rights.watches ? 'Take part' : 'Come back in'}
        </Button>
      }
    >
      {rights.watches
        ? 'The group does not see you. To close a stage or to write with them, take part: they then see that you are here.'
        : 'You still see what the others do. To write and to vote, come back in.'}
      <ActNote problem={problem} />
    </Callout>
  )
}
