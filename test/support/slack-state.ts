// biome-ignore lint/suspicious/noExplicitAny: blocks and views as they came over the wire
type Any = any

export interface SlackMessage {
  ts: string
  channel: string
  thread: string | null
  text: string
  blocks: Any[]
  edits: number
  isDeleted: boolean
}

export interface SlackNote {
  user: string
  channel: string
  thread: string | null
  text: string
  blocks: Any[]
  ts: string
  responseUrl?: string
}

export interface SlackFile {
  id: string
  name: string
  alt: string
  content: Uint8Array
  isShown: boolean
}

export interface OpenView {
  id: string
  user: string
  // biome-ignore lint/suspicious/noExplicitAny: as above
  view: any
}

interface Workspace {
  token: string
  channel: string
  isInChannel: boolean
  isRevoked: boolean
}

/** How the service is to answer the next calls whose path has `path` in it. */
export interface Failure {
  path: string
  status: number
  retryAfter?: number
  left: number
}

/** All that the stand-in knows, and how to wait for something of it. */
export class SlackState {
  readonly workspaces = new Map<string, Workspace>()
  readonly messages: SlackMessage[] = []
  readonly notes: SlackNote[] = []
  readonly files: SlackFile[] = []
  readonly views: OpenView[] = []
  readonly usedTriggers = new Set<string>()
  readonly homes = new Map<string, Any>()
  readonly complaints: string[] = []
  readonly failures: Failure[] = []
  /** What the next call of a method is refused with, as Slack words it. */
  readonly refusals = new Map<string, { error: string; needed?: string }>()
  /** Every call to the Web API, by its name. */
  readonly calls: string[] = []
  readonly #notesOf = new Map<string, SlackNote[]>()
  readonly #waiting = new Set<() => void>()
  #count = 0

  /** In the order of time, as Slack's are. */
  nextTs(): string {
    this.#count += 1
    return `1760000000.${String(this.#count).padStart(6, '0')}`
  }

  nextId(prefix: string): string {
    this.#count += 1
    return `${prefix}${String(this.#count).padStart(9, '0')}`
  }

  tell(note: SlackNote): void {
    this.notes.push(note)
    this.#notesOf.set(note.user, [...this.notesOf(note.user), note])
  }

  /** What one person was told in private, in order. */
  notesOf(user: string): readonly SlackNote[] {
    return this.#notesOf.get(user) ?? []
  }

  changed(): void {
    for (const look of [...this.#waiting]) look()
  }

  complain(...words: string[]): void {
    this.complaints.push(...words)
  }

  /** Resolves with what `find` finds, now or once something has changed; rejects in `ms`, saying what was waited for. */
  until<T>(what: () => string, find: () => T | undefined | null | false, ms = 30_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer)
        this.#waiting.delete(look)
        settle()
      }
      const look = () => {
        const found = find()
        if (found) done(() => resolve(found))
      }
      const timer = setTimeout(() => done(() => reject(new Error(`In Slack, waited in vain for ${what()}`))), ms)
      // Much is waited for that never comes, such as private words after a click that has none.
      timer.unref()
      this.#waiting.add(look)
      look()
    })
  }

  /** The failure that was asked for, if one was for this path. */
  failureFor(path: string): Failure | undefined {
    const failure = this.failures.find((one) => one.left > 0 && path.includes(one.path))
    if (failure) failure.left -= 1
    return failure
  }
}
