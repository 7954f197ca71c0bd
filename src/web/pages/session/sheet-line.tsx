import { useRef } from 'react'
import { Button } from '../../design/button.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { AuthorTag } from './author-tag.js'
import { CheckInBrief } from './line-checks.js'
import { LineDesk } from './line-desk.js'
import { Offer } from './offer.js'
import { type SheetLine, useRoom } from './room.js'
import type { CheckOf } from './use-checks.js'

interface SheetLineProps {
  line: SheetLine
  open: boolean
  onOpen: (open: boolean) => void
  checkOf: CheckOf
}

/** One line of the song sheet: its rhyme in the margin, its words, who wrote them, and how they sing. */
export function SheetLineItem({ line, open, onOpen, checkOf }: SheetLineProps) {
  const { rights, view, typing, drafts, give } = useRoom()
  const { busy, problem, act } = useAct()
  const item = useRef<HTMLLIElement>(null)
  const writer = typing.find((one) => one.line === line.id)
  const name = view.people.find((one) => one.number === writer?.number && !one.me)?.name
  const mayOpen = rights.here && (!line.locked || line.lockedByMe || rights.leads)
  const unsent = drafts.lines[line.id] !== undefined && !open
  return (
    <li ref={item} className="sheet-line" data-open={open} data-by={line.by.kind}>
      <span className="sheet-rhyme">
        <span className="visually-hidden">{line.rhyme ? 'Rhyme ' : 'No rhyme'}</span>
        {line.rhyme}
      </span>
      <div className="sheet-line-body">
        <div className="sheet-line-main">
          <p className="sheet-words">{line.text}</p>
          <p className="sheet-about">
            <AuthorTag by={line.by} />
            {!open && <CheckInBrief check={checkOf(line.id, line.text)} />}
            {line.locked && <span className="sheet-locked">{line.lockedByMe ? 'locked by you' : 'locked'}</span>}
            {name && <span className="sheet-writing">{name} is writing …</span>}
            {unsent && <span className="sheet-writing">you have words for it that are not sent</span>}
          </p>
          {!open && <Offer line={line} />}
          {open && (
            <LineDesk
              line={line}
              checkOf={checkOf}
              onDone={() => {
                onOpen(false)
                // Back to where the line was opened.
                requestAnimationFrame(() => item.current?.querySelector<HTMLElement>('.sheet-tools button')?.focus())
              }}
            />
          )}
          {open && <Offer line={line} />}
          <ActNote problem={problem} />
        </div>
        {rights.here && !open && (
          <div className="sheet-tools">
            {!line.locked && (
              <Button look="quiet" aria-label={`Change: ${line.text}`} onPress={() => onOpen(true)}>
                Change
              </Button>
            )}
            {mayOpen && (
              <Button
                look="quiet"
                isDisabled={busy}
                aria-label={`${line.locked ? 'Unlock' : 'Lock'}: ${line.text}`}
                onPress={() =>
                  act(async () => void (await give({ type: 'lockLine', line: line.id, locked: !line.locked })))
                }
              >
                {line.locked ? 'Unlock' : 'Lock'}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
