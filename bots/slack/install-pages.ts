import type { IncomingMessage, ServerResponse } from 'node:http'

/** What somebody sees who installs the app: three short pages of words. */
const page = (title: string, words: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="pages.css">
</head>
<body><main><h1>${title}</h1><p>${words}</p></main></body>
</html>
`

const style = `:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
body { margin: 0 } main { max-width: 34rem; margin: 15vh auto 0; padding: 0 1.25rem } h1 { font-size: 1.6rem; line-height: 1.25 }
`

function send(res: ServerResponse, status: number, html: string): void {
  res.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  res.end(html)
}

export function sendStyle(_req: IncomingMessage, res: ServerResponse): void {
  res.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' })
  res.end(style)
}

export const sendInstalled = (res: ServerResponse): void =>
  send(
    res,
    200,
    page(
      'Lit Music Mashup is in your workspace',
      'Go back to Slack. In the channel where a group will write its song, type <strong>/invite</strong> and choose Lit Music Mashup, then type <strong>/mashup help</strong>.',
    ),
  )

/** `code`: Bolt's name of what went wrong. */
export function sendNotInstalled(res: ServerResponse, code: string): void {
  const state = /state/i.test(code)
  send(
    res,
    state || /missing_code/i.test(code) ? 400 : /authorization/i.test(code) ? 403 : 502,
    page(
      'The app was not installed',
      `${
        state
          ? 'This page was not opened from an installation that began in this browser within the last ten minutes.'
          : /authorization/i.test(code)
            ? 'The installation was cancelled in Slack, and nothing was changed.'
            : 'Slack did not complete the installation, and nothing was changed.'
      } <a href="install">Begin again</a>`,
    ),
  )
}
