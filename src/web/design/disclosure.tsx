import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components/Disclosure'
import { Icon } from './icon.js'
import './disclosure.css'

interface DisclosureProps {
  title: ReactNode
  children: ReactNode
  open?: boolean
  onOpen?: (open: boolean) => void
  level?: 2 | 3 | 4
}

/** Folded away until it is wanted. */
export function Disclosure({ title, children, open, onOpen, level = 3 }: DisclosureProps) {
  return (
    <AriaDisclosure
      className="disclosure"
      {...(open !== undefined && { isExpanded: open })}
      {...(onOpen && { onExpandedChange: onOpen })}
    >
      <Heading level={level} className="disclosure-title">
        <Button slot="trigger" className="disclosure-button">
          <Icon name="down" />
          <span>{title}</span>
        </Button>
      </Heading>
      <DisclosurePanel className="disclosure-panel">
        <div className="disclosure-content">{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  )
}
