import { escapeHtml } from '../../pages/html.js'
import type { Lms } from '../model.js'
import { button, page } from './page.js'

export const peoplePage = (lms: Lms): string =>
  page(lms, {
    title: 'People',
    body: `<div class="wide"><table>
<thead><tr><th scope="col">Name</th><th scope="col">Id</th><th scope="col">Role</th><th scope="col">In the course</th></tr></thead>
<tbody>${lms.people
      .slice(0, 200)
      .map(
        ({ id, name, role, left }) =>
          `<tr><th scope="row">${escapeHtml(name)}</th><td>${id}</td><td>${role}</td><td>${button(`${lms.base}/people/leave`, left ? 'Comes back' : 'Leaves', { person: id }, `${name} ${left ? 'comes back' : 'leaves'}`)}</td></tr>`,
      )
      .join('\n')}</tbody>
</table></div>
<form method="post" action="${lms.base}/people/privacy">
<label><input type="checkbox" name="names" ${lms.shareNames ? 'checked' : ''}> Names are shared with tools</label>
<label><input type="checkbox" name="services" ${lms.services ? 'checked' : ''}> Tools may use the roster and the gradebook</label>
<button type="submit">Keep</button>
</form>`,
  })
