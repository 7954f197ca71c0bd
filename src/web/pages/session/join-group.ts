import { giveCommand } from '../../api/sessions.js'
import { newId } from './new-id.js'

/** Whoever is of the course comes into its groups without an invitation. */
export const joinGroup = (session: string) =>
  giveCommand(session, { id: newId(), surface: 'lti', deed: { type: 'join' } })
