import { useCallback, useRef, useState } from 'react'
import type { PlatformName } from '../../../domain/chat.js'
import type { AssignmentView } from '../../../domain/classroom.js'
import { configureAssignment } from '../../api/classroom.js'
import { Button } from '../../design/button.js'
import { EmptyState } from '../../design/status.js'
import { Tabs } from '../../design/tabs.js'
import { Brief } from '../classroom/brief.js'
import { draftOf, emptySettings } from '../classroom/settings-draft.js'
import { SettingsForm } from '../classroom/settings-form.js'
import { StudentWork } from '../classroom/student-work.js'
import { useKept } from '../classroom/use-kept.js'
import { useGenres } from '../request/use-library.js'
import { ChatPanel } from './chat-panel.js'
import { named } from './chat-words.js'
import { ClassTable } from './class-table.js'
import { Groups } from './groups.js'

type Taught = Extract<AssignmentView, { view: 'teacher' | 'assistant' }>

interface TeacherViewProps {
  assignment: Taught
  chats: readonly PlatformName[]
  again: () => void
}

/** The set-up where there is none yet; else the class, each student's work, and what is asked of them. */
export function TeacherView({ assignment, chats, again }: TeacherViewProps) {
  const [person, setPerson] = useState<string | null>(null)
  const back = useRef(false)
  const { id, title, settings, view } = assignment
  // Back from a student, what was pressed is gone: reading goes on at the activity's name.
  const takeFocus = useCallback((heading: HTMLHeadingElement | null) => {
    if (back.current) heading?.focus()
    if (heading) back.current = false
  }, [])
  if (person)
    return (
      <StudentWork
        assignment={id}
        person={person}
        maximum={settings?.points ?? 0}
        mayGrade={view === 'teacher'}
        arriving
      >
        <Button
          look="quiet"
          icon="back"
          onPress={() => {
            back.current = true
            setPerson(null)
          }}
        >
          Back to the class
        </Button>
      </StudentWork>
    )
  return (
    <>
      <header className="classroom-head">
        <h1 ref={takeFocus} tabIndex={-1}>
          {title}
        </h1>
        {!settings && view === 'teacher' && (
          <p className="soft">
            Say what the song is to be about; then your students can begin. You can change it later.
          </p>
        )}
      </header>
      {settings ? (
        <Tabs
          label="This activity"
          tabs={[
            { id: 'class', name: 'The class', content: <ClassTable assignment={assignment} onOpen={setPerson} /> },
            ...(settings.mode.kind === 'groups'
              ? [{ id: 'groups', name: 'Groups', content: <Groups assignment={id} teaches /> }]
              : []),
            ...(chats.length > 0
              ? [{ id: 'chat', name: named(chats), content: <ChatPanel chats={chats} teaches={view === 'teacher'} /> }]
              : []),
            { id: 'asked', name: 'What is asked', content: <Asked assignment={assignment} again={again} /> },
          ]}
        />
      ) : (
        <Asked assignment={assignment} again={again} />
      )}
    </>
  )
}

function Asked({ assignment, again }: { assignment: Taught; again: () => void }) {
  const { id, settings, counts, view } = assignment
  const genres = useGenres()
  const [draft, change, sent] = useKept(`settings.${id}`, settings ? draftOf(settings) : emptySettings)
  if (view === 'assistant')
    return settings ? (
      <Brief settings={settings} genres={genres.state === 'here' ? genres.value : []} />
    ) : (
      <EmptyState title="Not set up yet">The teacher of this course has not said yet what is asked.</EmptyState>
    )
  return (
    <SettingsForm
      draft={draft}
      onChange={change}
      pointsFixed={counts.graded > 0}
      send={settings ? 'Save the changes' : 'Set it up'}
      onSend={async (given) => {
        await configureAssignment(id, given)
        sent()
        again()
      }}
    />
  )
}
