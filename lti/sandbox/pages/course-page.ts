import { escapeHtml } from '../../pages/html.js'
import type { Activity, Client, Lms, Person } from '../model.js'
import { button, page } from './page.js'

const launchLink = ({ base }: Lms, person: Person, activity: Activity): string =>
  `<a class="button" href="${base}/launch?${new URLSearchParams({ person: person.id, activity: activity.id }).toString()}" aria-label="${escapeHtml(`Launch ${activity.title} as ${person.name}`)}">${escapeHtml(person.name)}</a>`

function activityCard(lms: Lms, activity: Activity): string {
  const few = lms.people.filter((person) => !person.left).slice(0, 8)
  const links = (role: Person['role']) =>
    few
      .filter((person) => person.role === role)
      .map((person) => launchLink(lms, person, activity))
      .join('\n')
  return `<article>
<h2>${escapeHtml(activity.title)}</h2>
<p>${escapeHtml(activity.text)}</p>
<p><strong>Launch as teacher:</strong> ${links('teacher')} ${links('assistant')}</p>
<p><strong>Launch as student:</strong> ${links('student')}</p>
${button(`${lms.base}/copy`, 'Copy', { activity: activity.id }, `Copy ${activity.title}`)}
</article>`
}

/** The course: what a teacher and the students of a school would click. */
export function coursePage(lms: Lms): string {
  const [teacher] = lms.people.filter(({ role }) => role === 'teacher')
  const setUp = (client: Client) =>
    `<p><a class="button strong" href="${lms.base}/launch?${new URLSearchParams({ person: teacher?.id ?? '', client: client.id, kind: 'deep-linking' }).toString()}">Set up an activity</a></p>`
  const clients = [...lms.clients.values()]
  return page(lms, {
    title: 'Activities',
    body: `<p>You are a whole school here. Set an activity up as its teacher, launch it as a student, hand a song in, grade it as the teacher, and see the grade arrive in the <a href="${lms.base}/gradebook">gradebook</a>.</p>
${clients.map(setUp).join('') || '<p>No tool is registered here yet.</p>'}
${[...lms.activities.values()].map((activity) => activityCard(lms, activity)).join('\n')}`,
  })
}
