import { useEffect, useState } from 'react'
import type { PlatformName } from '../../../domain/chat.js'
import { issueLinkCode } from '../../api/chat.js'
import { Button } from '../../design/button.js'
import { Announcement } from '../../design/status.js'
import { useAct } from '../classroom/use-act.js'
import { Trouble } from '../trouble.js'
import { named } from './chat-words.js'

interface Shown {
  code: string
  /** By this machine's own clock. */
  until: number
}

interface ChatCodeProps {
  chats: readonly PlatformName[]
  isReady: boolean
  onIssued: () => void
  /** Whether it was typed meanwhile. */
  lookAgain: () => void
}

const lookEverySeconds = 4

/** In two halves, as telephone numbers are read. */
const halves = (code: string): [string, string] => [code.slice(0, 4), code.slice(4)]
const spelled = (code: string): string =>
  halves(code)
    .map((half) => [...half].join(' '))
    .join(', ')

/** A code to type in the chat: asked for, shown large, and counted down. */
export function ChatCode({ chats, isReady, onIssued, lookAgain }: ChatCodeProps) {
  const { busy, problem, act } = useAct()
  const [shown, setShown] = useState<Shown | null>(null)
  const seconds = useSecondsLeft(shown?.until ?? 0, lookAgain)
  const isGood = shown !== null && seconds > 0
  const issue = () =>
    act(async () => {
      const { code, expiresIn } = await issueLinkCode()
      setShown({ code, until: Date.now() + expiresIn * 1000 })
      onIssued()
    })
  return (
    <div className="stack">
      {isGood && <CodeCard code={shown.code} seconds={seconds} chats={chats} />}
      {shown && !isGood && <p>That code is too old now.</p>}
      <div>
        <Button isDisabled={busy || !isReady} onPress={issue}>
          {shown ? 'Get another code' : 'Get a code'}
        </Button>
      </div>
      {problem && <Trouble problem={problem} />}
      <Announcement>
        {shown &&
          (isGood ? `Your code: ${spelled(shown.code)}. It is good for ten minutes.` : 'The code is too old now.')}
      </Announcement>
    </div>
  )
}

function CodeCard({ code, seconds, chats }: { code: string; seconds: number; chats: readonly PlatformName[] }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const copy = () =>
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(code))
      .then(
        () => setCopied('yes'),
        () => setCopied('refused'),
      )
  const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0')]
  return (
    <section className="chat-code" aria-label="Your code">
      <p className="chat-letters">
        <span className="visually-hidden">{spelled(code)}</span>
        <span className="chat-shown" aria-hidden="true">
          {halves(code).map((half, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two halves, which may be alike
            <span key={at}>{half}</span>
          ))}
        </span>
      </p>
      <div className="row">
        <Button icon={copied === 'yes' ? 'check' : 'link'} onPress={copy}>
          {copied === 'yes' ? 'Code copied' : 'Copy the code'}
        </Button>
        <span className="small" role="timer" aria-label="Time left">
          good for {minutes}:{rest}
        </span>
      </div>
      <p>
        In {named(chats, 'or')}, type <code className="chat-typed">/mashup link {code}</code> in any channel where the
        app is. Nobody else sees it. The code is for you alone: whoever types it does so in your name.
      </p>
      <Announcement>{copied === 'yes' ? 'The code is copied.' : ''}</Announcement>
      {copied === 'refused' && (
        <p role="alert" className="small">
          Your browser does not let us copy here. Type the code instead.
        </p>
      )}
    </section>
  )
}

/** Whole seconds until then; meanwhile `look` is called every few. */
function useSecondsLeft(until: number, look: () => void): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (until === 0) return
    let ticks = 0
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= until) clearInterval(timer)
      else if (++ticks % lookEverySeconds === 0) look()
    }, 1000)
    return () => clearInterval(timer)
  }, [until, look])
  return Math.max(0, Math.ceil((until - now) / 1000))
}
