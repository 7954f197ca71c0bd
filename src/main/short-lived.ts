import { inboxRows } from '../../bots/inbox.js'
import { slackEvents } from '../../bots/slack/forget-workspace.js'
import { slackPosts } from '../../bots/slack/posts.js'
import { shortLivedOfLti } from '../../lti/short-lived.js'
import { pageCodes } from '../access/page-code.js'
import { linkCodes } from '../classroom/link-code.js'
import type { ShortLived } from '../db/short-lived.js'

/** All that is swept, of all surfaces, whichever of them this process serves. */
export const shortLived: readonly ShortLived[] = [
  pageCodes,
  linkCodes,
  ...shortLivedOfLti,
  inboxRows,
  slackEvents,
  slackPosts,
]
