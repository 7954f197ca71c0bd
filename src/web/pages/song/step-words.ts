/** What each agent does, as somebody in the room would say it: while it does it, and when it is done. */
export const stepWords: Record<string, readonly [doing: string, done: string]> = {
  educational_context: ['Reading up on your topic', 'Found the facts'],
  genre_analyzer: ['Listening to both kinds of music', 'Found where they meet'],
  hook_generator: ['Trying out hooks', 'Found the hook'],
  lyrics_composer: ['Writing the words', 'Wrote the words'],
  theory_integrator: ['Looking for music to explain', 'Explained the music'],
  quality_validator: ['Checking every chord, rhyme and syllable', 'Checked everything'],
  error_handler: ['Mending what went wrong', 'Mended it'],
}
export const stepOrder = Object.keys(stepWords).filter((step) => step !== 'error_handler')
