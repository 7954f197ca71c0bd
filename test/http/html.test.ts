import { describe, expect, test } from '@jest/globals'
import { html, prose } from '../../src/html.js'

describe('html', () => {
  test('escapes whatever is put in, in text and in attributes', () => {
    expect(html`<p title="${'"><script>'}">${"<b>&'"}</p>`.toString()).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>',
    )
  })

  test('leaves Html as it is, joins lists, and leaves out what is not there', () => {
    expect(html`<ul>${[html`<li>1</li>`, null, false, undefined, 2]}</ul>`.toString()).toBe('<ul><li>1</li>2</ul>')
  })

  test('makes code of what stands between backticks, and escapes it too', () => {
    expect(prose('see `a<b>` now').toString()).toBe('see <code>a&lt;b&gt;</code> now')
  })
})
