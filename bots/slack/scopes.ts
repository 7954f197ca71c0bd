/** What the app asks a workspace for, and no more; each is explained in docs/chat/slack.md, and manifest.yaml says the same. */
export const scopes = ['commands', 'chat:write', 'files:write'] as const
