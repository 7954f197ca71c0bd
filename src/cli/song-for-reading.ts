import type { Song } from '../domain/song.js'
import { genreById } from '../knowledge/genres.js'
import { chordSheet, sheetLineText } from '../score/chord-sheet.js'

const nameOf = (genre: string): string => genreById(genre)?.name ?? genre

/** Wraps at a width, later lines indented. */
function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line)
      line = indent + word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line].join('\n')
}

/** The song as a person reads it on a terminal: what it is, what it blends and why, the chord sheet, what the checks saw. */
export function songForReading(song: Song): string {
  const head = [
    song.title,
    '='.repeat(song.title.length),
    `${song.genres.map(nameOf).join(' x ')} about ${song.education.topic}`,
    `Key ${song.key.tonic} ${song.key.mode}, tempo ${song.tempo}, metre ${song.meter}, seed ${song.seed}`,
    ...(song.provenance.fallback
      ? ['This is a plain fallback song: the composer could not finish the one that was asked for.']
      : []),
  ]
  const blend = [
    'Blend',
    ...song.blend.layers.map(({ layer, genre, reason }) =>
      wrap(`  ${layer.padEnd(8)} ${nameOf(genre)}: ${reason}`, 100, '           '),
    ),
    ...song.blend.compromises.map(({ what, value, reason }) =>
      wrap(`  ${what.padEnd(8)} ${value}: ${reason}`, 100, '           '),
    ),
  ]
  const sheet = chordSheet(song).map(({ label, lines, bars }) => {
    const body = lines.length > 0 ? lines.flatMap(sheetLineText) : [`| ${bars.join(' | ')} |`]
    return [`[${label}]`, ...body].join('\n')
  })
  const hooks = [
    'Hooks to choose from',
    ...song.hookOptions.map(({ text, reason }) => wrap(`  "${text}": ${reason}`, 100, '    ')),
  ]
  const theory = [
    'Theory',
    ...song.theory.map(({ concept, text, place }) =>
      wrap(`  ${place.bar ? `bar ${place.bar}, ` : ''}${concept}: ${text}`, 100, '    '),
    ),
  ]
  const findings = song.quality.findings.map(({ severity, rule, evidence }) =>
    wrap(`  ${severity} ${rule}: ${evidence}`, 100, '    '),
  )
  const quality = [`Quality ${song.quality.score.toFixed(2)}${findings.length ? '' : ', nothing to mend'}`, ...findings]
  return [head, blend, sheet.join('\n\n'), hooks, theory, quality]
    .map((part) => (Array.isArray(part) ? part.join('\n') : part))
    .join('\n\n')
}
