import { useEffect, useRef, useState } from 'react'
import { createSetup } from '../../api/classroom.js'
import { pageBearer } from '../../api/page-session.js'
import { Problem } from '../../api/problem.js'
import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { Launched, PageName } from '../classroom/launched.js'
import { emptySettings } from '../classroom/settings-draft.js'
import { SettingsForm } from '../classroom/settings-form.js'
import { useKept } from '../classroom/use-kept.js'

/** Setting an activity up inside the learning platform (LTI deep linking). */
export const Page = () => (
  <Launched title="Set up a song activity">
    {({ role, id }) =>
      role === 'teacher' ? (
        <Setup launch={id} />
      ) : (
        <>
          <PageName>Set up a song activity</PageName>
          <Callout tone="care" title="Only teachers set activities up">
            Ask the teacher of this course.
          </Callout>
        </>
      )
    }
  </Launched>
)

interface Answer {
  session: string
  items: string
}

function Setup({ launch }: { launch: string }) {
  const [draft, change, sent] = useKept(`setup.${launch}`, emptySettings)
  const [answer, setAnswer] = useState<Answer | null>(null)
  return (
    <>
      <header className="classroom-head">
        <h1>Set up a song activity</h1>
        <p className="soft">
          Students make a song about what they study, out of two kinds of music. When you are done, the activity stands
          in your course.
        </p>
      </header>
      <SettingsForm
        draft={draft}
        onChange={change}
        asksTitle
        send="Put it into the course"
        onSend={async (settings) => {
          const { id: setup, title, text, points } = await createSetup(settings)
          const session = await pageBearer()
          if (!session) throw new Problem('unauthenticated', 'Open this page again from your course.')
          sent()
          setAnswer({ session, items: JSON.stringify([{ setup, title, ...(text && { text }), points }]) })
        }}
      />
      <div>
        <Button
          look="quiet"
          onPress={() => void pageBearer().then((session) => session && setAnswer({ session, items: '[]' }))}
        >
          Back to the course without an activity
        </Button>
      </div>
      {answer && <BackToCourse {...answer} />}
    </>
  )
}

/** A real form: its answer is a page that brings the teacher back into the platform. */
function BackToCourse({ session, items }: Answer) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.submit(), [])
  return (
    <form ref={form} method="post" action="/lti/deep-link">
      <input type="hidden" name="session" value={session} />
      <input type="hidden" name="items" value={items} />
      <p role="status">Back to your course …</p>
    </form>
  )
}
