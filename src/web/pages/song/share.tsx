import { useState } from 'react'
import { asProblem } from '../../api/problem.js'
import { cameByLink, shareSong } from '../../api/share.js'
import { Button } from '../../design/button.js'
import { Announcement } from '../../design/status.js'

type State = { is: 'idle' | 'asking' | 'copied' } | { is: 'shown'; link: string } | { is: 'refused'; why: string }

/** Who came by a link passes on the same one. */
const linkTo = (place: string): Promise<string> =>
  cameByLink() ? Promise.resolve(window.location.href) : shareSong(place)

/** False where the browser has no clipboard, or does not let us. */
async function copy(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link)
    return true
  } catch {
    return false
  }
}

/** A link to this song on the clipboard; where a browser has none, it is shown to be copied by hand. */
export function Share({ place }: { place: string }) {
  const [state, setState] = useState<State>({ is: 'idle' })
  const share = async () => {
    setState({ is: 'asking' })
    try {
      const link = await linkTo(place)
      setState((await copy(link)) ? { is: 'copied' } : { is: 'shown', link })
    } catch (thrown) {
      setState({ is: 'refused', why: asProblem(thrown).message })
    }
  }
  const copied = state.is === 'copied'
  return (
    <div className="stack">
      <div className="row">
        <Button icon={copied ? 'check' : 'link'} isDisabled={state.is === 'asking'} onPress={() => void share()}>
          {copied ? 'Link copied' : 'Copy a link to it'}
        </Button>
      </div>
      {state.is === 'shown' && (
        <input className="field-input" readOnly value={state.link} aria-label="Link to this song" />
      )}
      <p className="small soft">
        {state.is === 'refused' ? state.why : 'Whoever has the link can see and hear this song, and nothing else.'}
      </p>
      <Announcement>{copied ? 'The link is copied.' : state.is === 'refused' ? state.why : ''}</Announcement>
    </div>
  )
}
