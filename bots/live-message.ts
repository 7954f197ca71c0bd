import type { Context } from '../src/context.js'
import { asAppError } from '../src/errors.js'

/** Platforms slow down who edits one message more often. */
const apartMs = 1000
const longestWaitMs = 60_000

interface Options {
  /** Shows how it stands now. Called for one message by itself, never twice at once. */
  show: () => Promise<void>
  log: Context['log']
  /** Milliseconds between two edits; a second, if not said. */
  apart?: number | undefined
}

/**
 * One message that follows something: of many changes only the last is shown, one edit at a time and a second apart. What does
 * not come off is tried again, ever later, or when the platform says.
 */
export class LiveMessage {
  readonly #options: Options
  #due = false
  #busy = false
  #last = 0
  #failures = 0
  #stopped = false
  #timer: NodeJS.Timeout | undefined
  #working: Promise<void> = Promise.resolve()

  constructor(options: Options) {
    this.#options = options
  }

  /** Nothing is asked of it, and nothing under way. */
  get isIdle(): boolean {
    return !this.#due && !this.#busy && this.#timer === undefined
  }

  /** It need not be remembered any more when the next edit was. */
  get isForgettable(): boolean {
    return this.isIdle && Date.now() - this.#last > this.#apart
  }

  get #apart(): number {
    return this.#options.apart ?? apartMs
  }

  /** It does not say any more what it should. */
  change(): void {
    if (this.#stopped) return
    this.#due = true
    if (this.#busy || this.#timer) return
    this.#after(Math.max(0, this.#last + this.#apart - Date.now()))
  }

  /** No further edits; resolves when the one under way is over. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#due = false
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#working
  }

  #after(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#working = this.#run()
    }, ms)
  }

  async #run(): Promise<void> {
    this.#busy = true
    this.#due = false
    let wait = this.#apart
    try {
      await this.#options.show()
      this.#failures = 0
    } catch (thrown) {
      const { retryAfter, code } = asAppError(thrown)
      this.#due = true
      wait = retryAfter ? retryAfter * 1000 : Math.min(longestWaitMs, wait * 2 ** this.#failures++)
      this.#options.log.info({ err: thrown, code, wait }, 'a message is not up to date; trying again')
    }
    this.#last = Date.now()
    this.#busy = false
    if (this.#due && !this.#stopped) this.#after(wait)
  }
}
