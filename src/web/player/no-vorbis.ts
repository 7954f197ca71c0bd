/** In the place of the Vorbis decoder (see vite.config.mjs): our sound font holds plain samples. */
export const StbVorbis = {
  ready: Promise.resolve(true),
  decode(): never {
    throw new Error('This build plays sound fonts with plain samples only.')
  },
}
