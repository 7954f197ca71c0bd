import type { Renderings } from '../ports.js'

/** In this thread, kept nowhere, and loaded with the first file: for commands and tests, most of which never ask for one. */
export const lazyRenderings: Renderings = {
  async file(song, wanted) {
    const { inlineRenderer } = await import('../../integrations/rendering/inline.js')
    return await inlineRenderer().render(song, wanted)
  },
  close: async () => {},
}
