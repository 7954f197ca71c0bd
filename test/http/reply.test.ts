import { describe, expect, test } from '@jest/globals'
import { contentDisposition } from '../../src/http/reply.js'

describe('Content-Disposition (RFC 6266)', () => {
  test.each([
    ['Light to Sugar.mid', `attachment; filename="Light to Sugar.mid"; filename*=UTF-8''Light%20to%20Sugar.mid`],
    ['Café "Été".mid', `attachment; filename="Cafe Ete.mid"; filename*=UTF-8''Caf%C3%A9%20%22%C3%89t%C3%A9%22.mid`],
    [
      "It's (not) 100%.txt",
      `attachment; filename="It's (not) 100.txt"; filename*=UTF-8''It%27s%20%28not%29%20100%25.txt`,
    ],
    [
      'Світло 🎵.mid',
      `attachment; filename="song.mid"; filename*=UTF-8''%D0%A1%D0%B2%D1%96%D1%82%D0%BB%D0%BE%20%F0%9F%8E%B5.mid`,
    ],
    ['a\r\nX: b.mid', `attachment; filename="aX: b.mid"; filename*=UTF-8''a%0D%0AX%3A%20b.mid`],
  ])('%j', (name, header) => expect(contentDisposition(name)).toBe(header))
})
