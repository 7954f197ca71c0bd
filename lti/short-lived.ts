import { rowsBy, rowsOf } from '../src/db/short-lived.js'

/**
 * Sign-ins that ended stay for a day, so that a repeated one is told apart from an unknown one; launches for a week, far longer
 * than any page that they opened; invitations for a month, so that an old one is called old.
 */
export const shortLivedOfLti = [
  rowsOf('lti_states', `expires_at < $1::timestamptz - interval '1 day'`),
  rowsBy('lti_forget_launches', `$1::timestamptz - interval '7 days'`),
  rowsOf('lti_invites', `expires_at < $1::timestamptz - interval '30 days'`),
]
