import { useMemo, useState } from 'react'
import { type SheetLine, useRoom } from './room.js'
import { SheetLineItem } from './sheet-line.js'
import { StageEnd } from './stage-end.js'
import { useChecks } from './use-checks.js'

/** Lines that are sung after one another, by the section that they belong to. */
function sectionsOf(lines: readonly SheetLine[]): { name: string; kind: string; lines: SheetLine[] }[] {
  const sections: { name: string; kind: string; lines: SheetLine[] }[] = []
  for (const line of lines) {
    const last = sections.at(-1)
    if (last?.name === line.section) last.lines.push(line)
    else sections.push({ name: line.section, kind: line.kind, lines: [line] })
  }
  return sections
}

/** The song sheet, being written. */
export function Lyrics() {
  const { id, view, drafts } = useRoom()
  const [open, setOpen] = useState<string | null>(() => Object.keys(drafts.lines)[0] ?? null)
  const openText = open === null ? undefined : drafts.lines[open]?.text
  const wanted = useMemo(() => {
    const standing = view.lines.map(({ id: line, text }) => ({ line, text }))
    return open !== null && openText !== undefined ? [...standing, { line: open, text: openText }] : standing
  }, [view.lines, open, openText])
  const checkOf = useChecks(id, wanted)
  const own = view.lines.filter(({ by }) => by.kind === 'person').length
  if (view.lines.length === 0) return null
  return (
    <>
      <article className="sheet-of-words" aria-labelledby="sheet-of-words">
        <header className="sheet-of-words-head">
          <h2 id="sheet-of-words">{view.title}</h2>
          {view.hook && <p className="soft">The hook: “{view.hook}”</p>}
        </header>
        {sectionsOf(view.lines).map(({ name, kind, lines }) => (
          <section key={lines[0]?.id} className={`sheet-section sheet-section-${kind}`} aria-label={name}>
            <h3>{name}</h3>
            <ul className="sheet-lines">
              {lines.map((line) => (
                <SheetLineItem
                  key={line.id}
                  line={line}
                  open={open === line.id && !line.locked}
                  onOpen={(wantsOpen) => setOpen(wantsOpen ? line.id : null)}
                  checkOf={checkOf}
                />
              ))}
            </ul>
          </section>
        ))}
      </article>
      <StageEnd words="The words are done">
        {own} of {view.lines.length} lines are yours so far.
      </StageEnd>
    </>
  )
}
