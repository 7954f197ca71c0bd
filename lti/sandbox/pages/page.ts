import { escapeHtml } from '../../pages/html.js'
import type { Lms } from '../model.js'

interface Page {
  title: string
  body: string
  data?: Record<string, string>
  script?: string
}

/** Relative to the platform's own address, where a page is in one of its folders or not. */
export function page(
  { base, manners, course }: Pick<Lms, 'base' | 'manners' | 'course'>,
  { title, body, data = {}, script }: Page,
): string {
  const attributes = Object.entries(data)
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join('')
  const links = [
    ['', 'Course'],
    ['/gradebook', 'Gradebook'],
    ['/people', 'People'],
    ['/faults', 'Faults'],
    ['/registration', 'Registration'],
  ]
  const nav = links.map(([path, name]) => `<a href="${base}${path}">${name}</a>`).join('\n')
  return `${head(title, base)}
<body${attributes}>
<header>
<p class="platform">Sandbox LMS, with the manners of ${manners === 'moodle' ? 'Moodle' : 'Canvas'}</p>
<nav aria-label="Platform">${nav}</nav>
</header>
<main>
<p class="course">${escapeHtml(course.title)}</p>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
${script ? `<script type="module" src="${base}/assets/${script}"></script>` : ''}
</body>
</html>
`
}

/** A page inside the frame: no way around in it. */
export const barePage = (base: string, title: string, body: string, script?: string): string => `${head(title, base)}
<body>
<main>
${body}
</main>
${script ? `<script type="module" src="${base}/assets/${script}"></script>` : ''}
</body>
</html>
`

const head = (title: string, base: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Sandbox LMS</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}/assets/sandbox.css">
</head>`

/** A button that does something at the platform. */
export const button = (action: string, label: string, fields: Record<string, string> = {}, described = ''): string =>
  `<form method="post" action="${escapeHtml(action)}">${Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join(
      '',
    )}<button type="submit"${described ? ` aria-label="${escapeHtml(described)}"` : ''}>${escapeHtml(label)}</button></form>`
