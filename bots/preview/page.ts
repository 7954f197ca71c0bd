import { type Html, html } from '../../src/html.js'
import { renderCard as discordCard } from '../discord/render-card.js'
import { renderForm as discordForm } from '../discord/render-form.js'
import { renderNote as discordNote } from '../discord/render-note.js'
import { renderCard as slackCard } from '../slack/render-card.js'
import { renderForm as slackForm } from '../slack/render-form.js'
import { renderNote as slackNote } from '../slack/render-note.js'
import { drawModal as discordModal, drawComponents } from './draw-discord.js'
import { drawBlocks, drawModal as slackModal } from './draw-slack.js'
import { type Look, looks } from './looks.js'
import type { Wire } from './parts.js'
import type { Sample } from './sample.js'

/** What a renderer gave, and the picture of it. */
interface Drawn {
  sent: Wire
  picture: Html
  /** Slack: what notifications and screen readers are given. */
  spoken?: string
}

function inSlack({ shown }: Sample): Drawn {
  if ('form' in shown) {
    const sent = slackForm(shown.form, '{}')
    return { sent, picture: slackModal(sent) }
  }
  const sent = 'card' in shown ? slackCard(shown.card) : slackNote(shown.note)
  return { sent, spoken: sent.text, picture: message(drawBlocks(sent.blocks), 'note' in shown) }
}

function inDiscord({ shown }: Sample): Drawn {
  if ('form' in shown) {
    const sent = discordForm(shown.form)
    return { sent, picture: discordModal(sent) }
  }
  const sent = 'card' in shown ? discordCard(shown.card) : discordNote(shown.note)
  return { sent, picture: message(drawComponents(sent), 'note' in shown) }
}

const message = (
  parts: Html[],
  isPrivate: boolean,
): Html => html`<div class="message"><span class="face" aria-hidden="true">♪</span><div>
  <p class="sender"><strong>Lit Music Mashup</strong> <span class="badge">APP</span>${isPrivate && html` <span class="small">Only you can see this</span>`}</p>${parts}</div></div>`

const platform = (
  name: 'Slack' | 'Discord',
  sample: string,
  { sent, picture, spoken }: Drawn,
): Html => html`<section aria-label="${name}: ${sample}" class="platform">
  <h3>${name}</h3><div class="${name.toLowerCase()} window">${picture}</div>
  ${spoken !== undefined && html`<details class="sent"><summary>What is read aloud of it</summary><p>${spoken}</p></details>`}
  <details class="sent"><summary>What is sent<span class="unseen"> to ${name}: ${sample}</span></summary><pre tabindex="0" aria-label="${name}, as JSON: ${sample}"><code>${JSON.stringify(sent, null, 2)}</code></pre></details></section>`

const drawn = (sample: Sample): Html => html`<article><h2>${sample.name}</h2><div class="pair">
  ${platform('Slack', sample.name, inSlack(sample))}${platform('Discord', sample.name, inDiscord(sample))}</div></article>`

/** The page of one look. `base`: where it is mounted. */
export function previewPage(base: string, look: Look, samples: readonly Sample[]): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><meta name="color-scheme" content="light dark" />
<title>${look.name}: the chat preview</title><link rel="icon" href="data:," /><link rel="stylesheet" href="/docs/docs.css" /><link rel="stylesheet" href="${base}/preview.css" /></head>
<body><a class="skip" href="#main">Skip to the content</a>
<header><h1>Chat preview</h1><p>What our renderers send to Slack and to Discord, drawn in the browser; only in development. <a href="/docs">The API</a></p></header>
<nav aria-label="What is shown"><ul>${looks.map(({ id, name }) => html`<li><a href="${base}/${id}"${id === look.id && html` aria-current="page"`}>${name}</a></li>`)}</ul></nav>
<main id="main" tabindex="-1">${samples.map(drawn)}</main></body></html>`.toString()
}
