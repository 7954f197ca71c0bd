import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Collection, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'

export interface Choice {
  id: string
  name: string
  /** Beside the name, smaller. */
  detail?: string
  mark?: ReactNode
  /** Other names that it is found by. */
  aliases?: readonly string[]
}
export interface ChoiceGroup {
  name: string
  choices: Choice[]
}

export const ChoiceItem = ({ choice }: { choice: Choice }) => (
  <ListBoxItem id={choice.id} textValue={choice.name} className="choice">
    {choice.mark}
    <span>{choice.name}</span>
    {choice.detail && <span className="choice-detail">{choice.detail}</span>}
  </ListBoxItem>
)

/** Choices in their groups, or what is said when none fits. */
export const ChoiceList = ({ none }: { none: string }) => (
  <ListBox<ChoiceGroup> className="choices" renderEmptyState={() => <p className="choices-none">{none}</p>}>
    {(group) => (
      <ListBoxSection id={group.name} className="choices-section">
        <Header>{group.name}</Header>
        <Collection items={group.choices}>{(choice) => <ChoiceItem choice={choice} />}</Collection>
      </ListBoxSection>
    )}
  </ListBox>
)
