import { LinkButton } from '../design/button.js'
import { Shell } from '../design/shell.js'
import { EmptyState } from '../design/status.js'

export const Page = () => (
  <Shell title="Nothing here">
    <div className="within">
      <EmptyState title="A rest where a page should be" action={<LinkButton href="/">Make a song</LinkButton>}>
        There is nothing at this address. Perhaps the link was cut off when it was copied.
      </EmptyState>
    </div>
  </Shell>
)
