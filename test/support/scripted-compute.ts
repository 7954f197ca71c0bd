import type { Quality } from '../../src/domain/finding.js'
import type { Song } from '../../src/domain/song.js'
import { stopped } from '../../src/domain/stopped.js'
import type { SongParts } from '../../src/music/assemble-song.js'
import type { Compute } from '../../src/ports.js'
import { sampleAnswer } from './sample-answers.js'

export const good: Quality = { score: 0.9, findings: [], measures: {} }
/** A song with one finding of a rule, and a score that is not enough. */
export const bad = (rule: string, severity: 'error' | 'warning' = 'warning', score = 0.5): Quality => ({
  score,
  findings: [{ rule, severity, place: {}, evidence: 'it was heard', suggestion: 'do better', cost: 0.5 }],
  measures: {},
})

/** A song with its words and chords and no tune: enough to follow it through the graph. */
function songOf(parts: SongParts, quality: Quality): Song {
  const { id, request, plan, hooks, hook, lyrics, provenance, education, analysis, theory } = parts
  const { images: _images, ...taught } = education
  const sung = [...lyrics.sections]
  const { seed, language, skillLevel, gradeLevel } = request
  const { genres, blend, key, tempo, meter, arrangement } = plan
  return {
    ...{
      id,
      title: lyrics.title,
      seed,
      language,
      skillLevel,
      gradeLevel,
      genres,
      blend,
      key,
      tempo,
      meter,
      hook,
      arrangement,
      quality,
      provenance,
    },
    hookOptions: hooks.options,
    sections: plan.sections.map(({ kind, label, chords, lines }) => {
      const words = lines.length > 0 ? sung.shift()!.lines : []
      return {
        kind,
        label,
        chords,
        lines: words.map((text, at) => ({ text, syllables: 1, rhyme: lines[at]!.rhyme, notes: [] })),
      }
    }),
    theory: theory.notes.map(({ concept, text, section, bar }) => ({ concept, text, place: { section, bar } })),
    education: { ...taught, topic: request.topic, culturalLearning: analysis.culturalLearning },
  }
}

type Judge = (parts: SongParts, nth: number) => Quality | Error

/** The port of heavy work with a judge of the test's own: what the checks say of the first song, the second, and so on. */
export function scriptedCompute(judge: Judge = () => good): Compute & { composed: string[] } {
  const composed: string[] = []
  let nth = 0
  const work = {
    compose: ({
      task,
      input,
    }: {
      task: Parameters<typeof sampleAnswer>[0]
      input: Parameters<typeof sampleAnswer>[1]
    }) => {
      composed.push(task)
      return sampleAnswer(task, input, 'embedded')
    },
    assemble: (parts: SongParts) => {
      const quality = judge(parts, ++nth)
      if (quality instanceof Error) throw quality
      return songOf(parts, quality)
    },
  }
  return {
    composed,
    async run(name, input, signal) {
      if (signal?.aborted) throw stopped(signal)
      return (work[name as keyof typeof work] as (value: unknown) => never)(input)
    },
    close: async () => {},
  }
}
