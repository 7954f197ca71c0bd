/** Somebody who is writing: by their number in the session, and the line they are at. */
export interface Typing {
  number: number
  line: string | null
}

const shownMs = 4_000

/** Who writes just now: each for a while after they were last said to. */
export class Writers {
  #writing: readonly Typing[] = []
  #timers = new Map<number, number>()

  constructor(private readonly changed: (writing: readonly Typing[]) => void) {}

  show({ number, line }: Typing): void {
    clearTimeout(this.#timers.get(number))
    this.#set([...this.#without(number), { number, line }])
    this.#timers.set(
      number,
      window.setTimeout(() => this.#set(this.#without(number)), shownMs),
    )
  }
  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    this.#set([])
  }

  #without(number: number): Typing[] {
    return this.#writing.filter((one) => one.number !== number)
  }
  #set(writing: readonly Typing[]): void {
    this.#writing = writing
    this.changed(writing)
  }
}
