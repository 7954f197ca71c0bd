import type { Progress } from '../workflow/progress.js'

const names: Record<string, string> = {
  educational_context: 'What the song teaches',
  genre_analyzer: 'How the genres blend',
  hook_generator: 'Hooks',
  lyrics_composer: 'Words',
  theory_integrator: 'Theory',
  quality_validator: 'Melody, band and checks',
  error_handler: 'Repairs',
}

/** One line for the terminal, or `null` for what would only scroll by. */
export function progressLine(progress: Progress): string | null {
  switch (progress.type) {
    case 'finished':
      return `  ${names[progress.step] ?? progress.step}${progress.by ? ` (${progress.by})` : ''}, ${progress.seconds.toFixed(2)} s`
    case 'setback':
      return `  ${names[progress.step] ?? progress.step}: ${progress.by} did not answer well: ${progress.why}`
    case 'failed':
      return `  ${names[progress.step] ?? progress.step}: ${progress.why}`
    case 'retry':
      return `  Once more, for the checks minded ${progress.findings.length} places (quality ${progress.score.toFixed(2)})`
    case 'fallback':
      return `  ${progress.why}`
    default:
      return null
  }
}
