import type { Passback } from '../../src/classroom/passback.js'
import { AppError } from '../../src/errors.js'
import type { Caller } from './call.js'
import { findOrCreateLineItem } from './line-items.js'

/**
 * The address of an assignment's line item: what its launches said, else found or made under a lock of the database, so that
 * any number of processes make one. What was found is kept with the assignment. `gone` is one that the platform knows no more
 * (somebody deleted the column): it is looked for anew.
 */
export async function lineItemOf(
  caller: Caller,
  tenant: string,
  { assignment, services, resourceLinkId, title, score }: Passback,
  gone?: string,
): Promise<string> {
  const known = services.assignment.lineItem
  if (typeof known === 'string' && known !== gone) return known
  const { ctx } = caller.door
  const { lineItems } = services.course
  if (typeof lineItems !== 'string') {
    throw new AppError(
      'unavailable',
      'The learning platform did not offer its gradebook for this course. Its administrator can allow it for this tool.',
      {
        reason: 'line_item_refused',
      },
    )
  }
  return await ctx.db.inTenant(tenant, async (tx) => {
    // Not a lock of the row: launches and grades write to it, and would wait for the platform's answer.
    await ctx.db.query(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`line item of ${assignment}`])
    const [row] = await ctx.db.query<{ line_item: string | null }>(
      tx,
      `SELECT services->>'lineItem' AS line_item FROM assignments WHERE id = $1`,
      [assignment],
    )
    if (row?.line_item && row.line_item !== gone) return row.line_item
    const lineItem = await findOrCreateLineItem(caller, {
      lineItems,
      resourceLinkId,
      label: title,
      maximum: score.maximum,
    })
    await ctx.db.query(tx, `UPDATE assignments SET services = services || $2::jsonb WHERE id = $1`, [
      assignment,
      JSON.stringify({ lineItem }),
    ])
    return lineItem
  })
}
