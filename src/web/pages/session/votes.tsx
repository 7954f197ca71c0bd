import { Button } from '../../design/button.js'
import { counted } from '../classroom/words.js'
import './options.css'

interface VoteProps {
  /** What is voted for, for screen readers. */
  about: string
  votes: number
  mine: boolean
  isDisabled: boolean
  onVote: () => void
}

/** One's vote on something, and how many it has. */
export const Vote = ({ about, votes, mine, isDisabled, onVote }: VoteProps) => (
  <div className="vote">
    <span className="vote-count">
      {votes > 0 && (
        <span className="vote-dots" aria-hidden="true">
          {Array.from({ length: Math.min(votes, 12) }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike
            <span key={at} />
          ))}
        </span>
      )}
      {votes === 0 ? <span className="soft">no votes yet</span> : counted(votes, 'vote')}
    </span>
    {!isDisabled && (
      <Button
        icon={mine ? 'check' : undefined}
        aria-pressed={mine}
        aria-label={mine ? `Your vote: ${about}` : `Vote for: ${about}`}
        onPress={onVote}
      >
        {mine ? 'Your vote' : 'Vote'}
      </Button>
    )}
  </div>
)
