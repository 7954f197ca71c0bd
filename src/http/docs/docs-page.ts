import { type ErrorCode, errorStatus } from '../../errors.js'
import { type Html, html, prose } from '../../html.js'
import type { OpenApi, OpenApiOperation, OpenApiResponse } from '../openapi.js'
import { problemTitles } from '../problem.js'
import { fieldsOf, limitsOf, schemaAnchor, typeOf } from './schema-view.js'

interface Operation extends OpenApiOperation {
  method: string
  path: string
}

const operationsOf = (document: OpenApi): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  )

function parametersView({ parameters, summary }: Operation): Html | null {
  if (parameters.length === 0) return null
  const rows = parameters.map(
    (
      parameter,
    ) => html`<tr><th scope="row"><code>${parameter.name}</code></th><td>${parameter.in}</td><td>${typeOf(parameter.schema)}</td>
      <td>${parameter.required && 'Required. '}${prose([parameter.description, limitsOf(parameter.schema)].filter(Boolean).join(': '))}</td></tr>`,
  )
  return html`<h4>Parameters</h4>
    <div class="wide" role="region" tabindex="0" aria-label="Parameters: ${summary}"><table>
    <thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

function bodyView({ requestBody, operationId }: Operation): Html | null {
  const body = requestBody?.content['application/json']
  if (!body) return null
  return html`<h4>Body</h4><p>${typeOf(body.schema)} as JSON, at most 64 KB.</p>
    ${body.example !== undefined && html`<pre tabindex="0" aria-label="Example body of ${operationId}"><code>${JSON.stringify(body.example, null, 2)}</code></pre>`}`
}

function responseView([status, { description, content = {}, headers = {} }]: [string, OpenApiResponse]): Html {
  const bodies = Object.entries(content).map(
    ([type, { schema }]) =>
      html` <span class="type"><code>${type}</code>${schema.$ref && html` ${typeOf(schema)}`}</span>`,
  )
  const named = Object.entries(headers).map(
    ([name, header]) => html`<br /><code>${name}</code>: ${prose(header.description)}`,
  )
  return html`<dt><code>${status}</code></dt><dd>${prose(description)}.${bodies}${named}</dd>`
}

/** What went well in full; what can go wrong is much the same everywhere, and unfolds. */
function responsesView({ responses }: Operation): Html {
  const all = Object.entries(responses)
  const problems = all.filter(([status]) => Number(status) >= 400)
  const answers = all.filter((entry) => !problems.includes(entry))
  return html`<h4>Answers</h4><dl>${answers.map(responseView)}</dl>
    <details><summary>Problems <span class="type">${problems.map(([status]) => status).join(' ')}</span></summary><dl>${problems.map(responseView)}</dl></details>`
}

function operationView(operation: Operation): Html {
  const { method, path, operationId, summary, description, security } = operation
  return html`<section id="${operationId}" aria-labelledby="${operationId}-title">
    <h3 id="${operationId}-title">${summary}</h3>
    <p class="door"><span class="method">${method}</span> <code>${path}</code></p>
    ${description && html`<p>${prose(description)}</p>`}
    <p>${security.length > 0 ? 'For holders of an API token, and for guests where they may come in.' : 'For everybody.'}</p>
    ${parametersView(operation)}${bodyView(operation)}${responsesView(operation)}</section>`
}

const problemView = ([code, title]: [string, string]): Html =>
  html`<dt id="problem-${code}"><code>${code}</code> <span class="type">${errorStatus[code as ErrorCode]}</span></dt><dd>${title}.</dd>`

/** The document for people: one page, no script, nothing from elsewhere. */
export function docsPage(document: OpenApi): string {
  const { info, tags, components } = document
  const operations = operationsOf(document)
  const groups = tags.map((tag) => ({
    ...tag,
    operations: operations.filter((operation) => operation.tags.includes(tag.name)),
  }))
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><meta name="color-scheme" content="light dark" />
<title>${info.title}: the API</title><link rel="icon" href="data:," /><link rel="stylesheet" href="/docs/docs.css" /></head>
<body><a class="skip" href="#main">Skip to the content</a>
<header><h1>${info.title}: the API</h1><p>${info.description} Version ${info.version}. The same for programs: <a href="/openapi.json">OpenAPI 3.1</a>.</p></header>
<nav aria-label="Contents"><ul>${groups.map((group) => html`<li>${group.name}<ul>${group.operations.map((operation) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`)}</ul></li>`)}
<li><a href="#schemas">Schemas</a></li><li><a href="#problems">Problems</a></li></ul></nav>
<main id="main" tabindex="-1">
${groups.map((group) => html`<section aria-labelledby="tag-${group.name}"><h2 id="tag-${group.name}">${group.name}</h2><p>${group.description}</p>${group.operations.map(operationView)}</section>`)}
<section aria-labelledby="schemas"><h2 id="schemas">Schemas</h2>${Object.entries(components.schemas).map(([name, schema]) => html`<section><h3 id="${schemaAnchor(name)}">${name}</h3>${fieldsOf(schema)}</section>`)}</section>
<section aria-labelledby="problems"><h2 id="problems">Problems</h2><p>Whatever goes wrong is answered as <code>application/problem+json</code> (RFC 9457) with one of these codes.</p><dl>${Object.entries(problemTitles).map(problemView)}</dl></section>
</main></body></html>`
  return page.toString()
}
