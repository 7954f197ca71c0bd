import { Button, LinkButton } from '../../design/button.js'
import { Badge, Callout } from '../../design/card.js'
import { EmptyState, ErrorMessage, Progress } from '../../design/status.js'
import { Table } from '../../design/table.js'

const marks = [
  { who: 'Cells', bars: 32, score: 0.94 },
  { who: 'Volcanoes', bars: 40, score: 0.88 },
]

/** What tells: of a state, of a hitch, of many things at once. */
export const Told = () => (
  <section className="stack" aria-labelledby="said">
    <h2 id="said">To tell</h2>
    <div className="row">
      <Badge>A minor</Badge>
      <Badge tone="good">Rhymes</Badge>
      <Badge tone="care">Look again</Badge>
      <Badge tone="bad">Not sent</Badge>
      <Badge tone="note">Bar 12</Badge>
    </div>
    <div className="design-columns">
      <Callout tone="good" title="Handed in">
        Your teacher has it now.
      </Callout>
      <Callout tone="care" title="Two syllables too many" />
      <Callout tone="note" title="Did you know?">
        The blues has three lines to a verse.
      </Callout>
      <ErrorMessage
        title="The song could not be made"
        reference="3f2a"
        actions={<Button icon="again">Try again</Button>}
      >
        What you wrote is still here.
      </ErrorMessage>
    </div>
    <Progress label="Writing the words" value={0.6} said="4 of 6" />
    <Table
      caption="Songs of the class"
      rows={marks}
      rowId={({ who }) => who}
      columns={[
        { name: 'Topic', cell: ({ who }) => who },
        { name: 'Bars', cell: ({ bars }) => bars, numeric: true },
        { name: 'Checks', cell: ({ score }) => score, numeric: true },
      ]}
    />
    <EmptyState title="No songs yet" action={<LinkButton href="/">Make one</LinkButton>}>
      They will stand here as they are handed in.
    </EmptyState>
  </section>
)
