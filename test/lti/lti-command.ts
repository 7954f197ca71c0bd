import { runCli } from '../main/run-process.js'
import type { Tool } from './tool.js'

/** Those of a tool beside which commands are typed: what it sealed, they can open. */
export const secrets = { JWT_SECRET: 'x'.repeat(64), ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') }

/** `lmm lti …`, as an administrator types it beside the running service. */
export const ltiCommand = ({ url, ctx }: Tool, ...args: string[]) =>
  runCli(['lti', ...args], {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: url,
    DATABASE_URL: String(ctx.config.databaseUrl),
    DATA_DIR: ctx.config.dataDir,
    ...secrets,
  })
