/** Text as it may stand in HTML, between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

interface Page {
  title: string
  body: string
  /** Attributes of <body> that the page's script reads. */
  data?: Record<string, string>
  script?: string
}

/** A whole page: no inline script or style, readable on a phone inside a platform's frame. */
export function htmlPage({ title, body, data = {}, script }: Page): string {
  const attributes = Object.entries(data)
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join('')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/lti/assets/pages.css">
${script ? `<script type="module" src="/lti/assets/${script}"></script>` : ''}
</head>
<body${attributes}>
<main>
${body}
</main>
</body>
</html>
`
}
