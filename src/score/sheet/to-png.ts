import { Resvg } from '@resvg/resvg-js'
import type { Song } from '../../domain/song.js'
import { fontFiles } from './fonts.js'
import { toSvg } from './to-svg.js'

/** Pixels from edge to edge: what chats show sharp on a phone and on a desk. */
export const pngWidth = 1200

/** The whole lead sheet as a picture on white. */
export async function toPng(song: Song): Promise<Uint8Array> {
  const picture = new Resvg(await toSvg(song), {
    font: {
      fontFiles: Object.values(fontFiles()),
      loadSystemFonts: false,
      defaultFontFamily: 'Tinos',
      serifFamily: 'Tinos',
    },
    background: 'white',
    fitTo: { mode: 'width', value: pngWidth },
  })
  return picture.render().asPng()
}
