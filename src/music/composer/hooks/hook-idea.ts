export interface HookIdea {
  text: string
  idea: string
  /** The kind of idea, so that options differ: the library's come one a kind. */
  kind: string
}
