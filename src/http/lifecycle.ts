/** The two steps in which a server stops; see server.ts. */
export interface Lifecycle {
  /** Raised first: nothing new is taken in, streams are told, what runs may finish. */
  stopping: AbortSignal
  /** Raised when the time to finish is over: what still runs is cancelled. */
  stopped: AbortSignal
}
