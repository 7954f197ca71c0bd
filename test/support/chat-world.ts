import type { PlatformName } from '../../src/domain/chat.js'

/** What the scenario suite sees of a chat platform: the same for Slack's stand-in and for Discord's. */

export interface ShownButton {
  id: string
  label: string
  isOff: boolean
}

export interface ShownMessage {
  id: string
  /** All of it as a person reads it, top to bottom, without mark-up. */
  text: string
  buttons: ShownButton[]
  /** How often it was edited. */
  edits: number
}

export interface ShownForm {
  title: string
  fields: { name: string; label: string; value: string; choices: { value: string; label: string }[] }[]
}

export interface ShownFile {
  name: string
  alt: string
  content: Uint8Array
}

/** What came back of one thing that a person did. */
export interface Seen {
  /** Until the platform was answered for the first time; the stand-in fails the test when it is over 3,000. */
  ackMs: number
  /** Resolves with the next private words to this person. */
  note: Promise<ShownMessage>
  /** Resolves with the dialog that it opened. */
  form: Promise<ShownForm>
}

export interface ChatPerson {
  readonly name: string
  command(name: string, options?: Record<string, string>): Promise<Seen>
  /** Presses a button (by label) of the session's message, or of the last private words to this person. */
  press(label: string | RegExp): Promise<Seen>
  /** Fills and sends the dialog that is open; a choice by value. Resolves also when faults are shown in it. */
  submit(fields: Record<string, string>): Promise<Seen & { faults: Record<string, string> }>
}

/** What may be made to go wrong. */
export interface ChatFaults {
  /** The next `times` calls to the platform whose path has `path` in it are answered so. */
  fail(path: string, how: { status: number; retryAfter?: number; times?: number }): void
  /** The next thing that somebody does is delivered this many times, under one id. */
  deliverAgain(times: number): void
  /** The session's message is deleted by somebody. */
  deleteMessage(): void
  /** Drops the socket, or asks to reconnect as the platform does (RESUME; refresh). */
  dropSocket(): void
  archiveThread(): void
  /** The bot is put out: kicked, or uninstalled. */
  putOut(): Promise<void>
}

export interface ChatWorld {
  readonly platform: PlatformName
  readonly space: string
  readonly channel: string
  readonly faults: ChatFaults
  /** What the service is to be started with. */
  readonly settings: Record<string, string>
  person(name: string): ChatPerson
  /** The session's message as it stands; rejects when there is none within half a minute. */
  sessionMessage(): Promise<ShownMessage>
  /** Resolves with the session's message once it fulfils the condition; rejects after half a minute, saying how it stands. */
  until(condition: (message: ShownMessage) => unknown): Promise<ShownMessage>
  files(): ShownFile[]
  /** Resolves with them once there are so many; rejects after a minute, as they are drawn and rendered first. */
  untilFiles(count: number): Promise<ShownFile[]>
  /** Protocol faults that the stand-in saw (limits, missing text, unknown routes, late answers); empty at the end of every test. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}
