import { escapeHtml } from '../../pages/html.js'
import { cellOf } from '../gradebook.js'
import type { LineItem, Lms, Person } from '../model.js'
import { button, page } from './page.js'

/** Larger rosters are for tests, not for looking at. */
const shownAtMost = 50

function cellHtml(lms: Lms, item: LineItem, person: Person): string {
  const cell = cellOf(lms, item.id, person.id)
  const where = { item: item.id, person: person.id }
  const points = cell.points === null ? '–' : `${Number(cell.points.toFixed(2))} / ${item.scoreMaximum}`
  const review = item.resourceLinkId
    ? `<a href="${lms.base}/launch?${new URLSearchParams({ person: '2', activity: item.resourceLinkId, kind: 'review', for: person.id }).toString()}" aria-label="${escapeHtml(`Look at the submission of ${person.name}`)}">submission</a>`
    : ''
  return `<td>
<p class="points">${points}${cell.overridden ? ' (by hand)' : ''}${cell.locked ? ' (locked)' : ''}</p>
${cell.comment ? `<p class="comment">${escapeHtml(cell.comment)}</p>` : ''}
<details><summary aria-label="${escapeHtml(`${cell.history.length} arrived for ${person.name}`)}">${cell.history.length} arrived</summary>
<p>${review}</p>
${button(`${lms.base}/gradebook/lock`, cell.locked ? 'Unlock' : 'Lock', where)}
<form method="post" action="${lms.base}/gradebook/override">
<input type="hidden" name="item" value="${item.id}"><input type="hidden" name="person" value="${person.id}">
<label>By hand <input name="points" type="number" min="0" max="${item.scoreMaximum}" step="0.01" required></label>
<button type="submit">Write over</button>
</form>
</details>
</td>`
}

export function gradebookPage(lms: Lms): string {
  const items = [...lms.lineItems.values()]
  const students = lms.people.filter(({ role, left }) => role === 'student' && !left)
  const rows = students
    .slice(0, shownAtMost)
    .map(
      (person) =>
        `<tr><th scope="row">${escapeHtml(person.name)}</th>${items.map((item) => cellHtml(lms, item, person)).join('')}</tr>`,
    )
  const columns = items.map(({ label, scoreMaximum }) => `<th scope="col">${escapeHtml(label)} (${scoreMaximum})</th>`)
  return page(lms, {
    title: 'Gradebook',
    body:
      items.length === 0
        ? '<p>There is no column yet. One is made with an activity that has points, or when the first grade is sent.</p>'
        : `<div class="wide"><table>
<thead><tr><th scope="col">Student</th>${columns.join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table></div>`,
  })
}
