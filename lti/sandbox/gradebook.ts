import type { Cell, LineItem, Lms } from './model.js'

const emptyCell = (): Cell => ({
  points: null,
  comment: '',
  timestamp: null,
  submittedAt: null,
  attempts: 0,
  overridden: false,
  locked: false,
  history: [],
})

export function cellOf({ cells }: Pick<Lms, 'cells'>, lineItem: string, person: string): Cell {
  const name = `${lineItem}/${person}`
  const cell = cells.get(name) ?? emptyCell()
  cells.set(name, cell)
  return cell
}

export function addLineItem(lms: Lms, given: Omit<LineItem, 'id'>): LineItem {
  const item = { ...given, id: lms.nextId() }
  lms.lineItems.set(item.id, item)
  return item
}

/** The address of a column. Moodle's carry the tool's id behind a question mark. */
export const lineItemUrl = ({ base, manners, course }: Lms, { id }: Pick<LineItem, 'id'>): string =>
  manners === 'moodle'
    ? `${base}/courses/${course.id}/lineitems/${id}/lineitem?type_id=1`
    : `${base}/courses/${course.id}/lineitems/${id}`

export const lineItemsUrl = ({ base, manners, course }: Lms): string =>
  `${base}/courses/${course.id}/lineitems${manners === 'moodle' ? '?type_id=1' : ''}`

/** A teacher of the platform writes a grade over what a tool sent. */
export function overrideGrade(lms: Lms, lineItem: string, person: string, points: number): void {
  Object.assign(cellOf(lms, lineItem, person), { points, overridden: true, timestamp: lms.now().toISOString() })
}
