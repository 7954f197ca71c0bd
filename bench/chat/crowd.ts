/** A platform full of people, as the benchmark drives it: sessions by their number, in the order in which they were begun. */
export interface Crowd {
  /** What the service is started with. */
  settings: Record<string, string>
  serveAt(url: string): void
  /** Somebody begins a session; resolves when its message stands. */
  begin(session: number): Promise<void>
  /** Presses a button by its label. Resolves with the ms until the platform was answered, or `null`: there is no such button. */
  press(session: number, person: number, label: RegExp): Promise<number | null>
  message(session: number): { text: string; edits: number }
  /** Rules of the platform that were broken. */
  complaints: readonly string[]
  close(): Promise<void>
}
