import type { Step } from '../src/db/migrate.js'
import { comeBack } from './0006-come-back.js'

/** An activity that the platform shows in another course than before has moved there: nobody comes back to where it was. */
export const up: Step = async (client) => {
  await client.query(comeBack(`a.resource_link_id = entry->>'link' AND a.course_id = c.id`))
}

export const down: Step = async (client) => {
  await client.query(comeBack(`a.resource_link_id = entry->>'link'`))
}
