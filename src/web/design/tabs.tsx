import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import './tabs.css'

interface TabsProps {
  label: string
  tabs: readonly { id: string; name: ReactNode; content: ReactNode }[]
  open?: string
  onOpen?: (id: string) => void
}

export function Tabs({ label, tabs, open, onOpen }: TabsProps) {
  return (
    <AriaTabs
      className="tabs"
      {...(open !== undefined && { selectedKey: open })}
      onSelectionChange={(key) => onOpen?.(String(key))}
    >
      <TabList className="tabs-list" aria-label={label}>
        {tabs.map(({ id, name }) => (
          <Tab key={id} id={id} className="tab">
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tabs-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
