/** Milliseconds a server that was away is left alone. */
const rest = 30_000

/**
 * Remembers that a server is away, so that its time-out is not paid by every agent of every song. Open: nobody asks. After
 * a rest one call may try (half open); the others go past it until that call has told.
 */
export class Circuit {
  #openUntil = 0
  #trying = false

  constructor(private readonly now: () => number = Date.now) {}

  /** Whether this call may ask; a caller that may must report by `closed`, `opened` or `leave`. */
  enter(): boolean {
    if (this.#openUntil === 0) return true
    if (this.#trying || this.now() < this.#openUntil) return false
    this.#trying = true
    return true
  }

  /** The server answered, well or badly. */
  closed(): void {
    this.#openUntil = 0
    this.#trying = false
  }

  /** The server is away. */
  opened(): void {
    this.#openUntil = this.now() + rest
    this.#trying = false
  }

  /** The call was cancelled: nothing is known. */
  leave(): void {
    this.#trying = false
  }
}
