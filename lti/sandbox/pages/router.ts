import { type Request, type Response, Router, urlencoded } from 'express'
import { cellOf, overrideGrade } from '../gradebook.js'
import { copyActivity } from '../lms.js'
import { loginUrl } from '../messages.js'
import type { Lms, Message } from '../model.js'
import { rotateKey } from '../platform-key.js'
import { newRegistrationAddress } from '../registration.js'
import { problemPage } from './answers.js'
import { coursePage } from './course-page.js'
import { faultsPage, readFaults } from './faults-page.js'
import { gradebookPage } from './gradebook-page.js'
import { launchPage } from './launch-page.js'
import { peoplePage } from './people-page.js'
import { registrationPage } from './registration-page.js'

const kinds: Record<string, Message['kind']> = {
  'deep-linking': 'LtiDeepLinkingRequest',
  review: 'LtiSubmissionReviewRequest',
}

/** What a launch link of ours says; `null` where it names somebody or something that is not there. */
function messageOf(lms: Lms, { query }: Request): Message | null {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value : ''
  }
  const kind = kinds[text('kind')] ?? 'LtiResourceLinkRequest'
  const person = lms.people.find(({ id }) => id === text('person'))
  const activity = lms.activities.get(text('activity')) ?? null
  const client = lms.clients.get(activity?.client ?? text('client'))
  if (!person || !client || (!activity && kind !== 'LtiDeepLinkingRequest')) return null
  return { kind, person, client, activity, ...(kind === 'LtiSubmissionReviewRequest' ? { forUser: text('for') } : {}) }
}

/** Pages for people, and what their buttons do. Changes go back to the page they were made on. */
export function pagesRouter(lms: Lms): Router {
  const router = Router()
  const form = urlencoded({ extended: false })
  const show = (html: string) => (_request: Request, response: Response) => void response.send(html)
  const change = (path: string, back: string, work: (form: Record<string, string>) => void | Promise<void>) =>
    router.post(path, form, async (request, response) => {
      await work(request.body as Record<string, string>)
      response.redirect(303, `${lms.base}${back}`)
    })
  const missing = show(problemPage(lms.base, 'There is no such launch.'))

  router.get('/', (_request, response) => void response.send(coursePage(lms)))
  router.get('/gradebook', (_request, response) => void response.send(gradebookPage(lms)))
  router.get('/people', (_request, response) => void response.send(peoplePage(lms)))
  router.get('/faults', (_request, response) => void response.send(faultsPage(lms)))
  router.get('/registration', (_request, response) => void response.send(registrationPage(lms, null)))
  router.post('/registration', form, (request, response) => {
    const { url } = request.body as { url?: string }
    if (!url || !URL.canParse(url)) return response.redirect(303, `${lms.base}/registration`)
    const tool = new URL(url)
    response.set(
      'Content-Security-Policy',
      String(response.getHeader('Content-Security-Policy')).replace(
        "frame-src 'self'",
        `frame-src 'self' ${tool.origin}`,
      ),
    )
    response.send(registrationPage(lms, newRegistrationAddress(lms, tool)))
  })
  router.get('/launch', (request, response) => {
    const message = messageOf(lms, request)
    if (!message) return missing(request, response)
    const start = `${lms.base}/start?${new URLSearchParams(request.query as Record<string, string>).toString()}`
    response.send(launchPage(lms, message, start))
  })
  router.get('/start', (request, response) => {
    const message = messageOf(lms, request)
    if (!message) return missing(request, response)
    response.set('Cache-Control', 'no-store').redirect(302, loginUrl(lms, message))
  })
  change('/copy', '', ({ activity = '' }) => {
    const original = lms.activities.get(activity)
    if (original) copyActivity(lms, original)
  })
  change('/people/leave', '/people', ({ person }) => {
    const found = lms.people.find(({ id }) => id === person)
    if (found) found.left = !found.left
  })
  change('/people/privacy', '/people', ({ names, services }) => {
    lms.shareNames = names !== undefined
    lms.services = services !== undefined
  })
  change('/gradebook/lock', '/gradebook', ({ item = '', person = '' }) => {
    const cell = cellOf(lms, item, person)
    cell.locked = !cell.locked
  })
  change('/gradebook/override', '/gradebook', ({ item = '', person = '', points }) => {
    if (Number.isFinite(Number(points))) overrideGrade(lms, item, person, Number(points))
  })
  change('/faults', '/faults', (given) => readFaults(lms.faults, given))
  change('/faults/keys', '/faults', ({ overlap }) => rotateKey(lms, { overlap: overlap === 'yes' }))
  return router
}
