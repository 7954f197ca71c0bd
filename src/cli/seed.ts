import { parseArgs } from 'node:util'
import type { MashupRequestInput } from '../domain/mashup-request.js'
import { generateMashup } from '../mashups/generate-mashup.js'
import { withService } from './with-service.js'

/** One for each level. A seed of its own makes each the same song every time: seeding twice adds nothing. */
const examples: MashupRequestInput[] = [
  { prompt: 'trap x baroque about photosynthesis', skillLevel: 'beginner', gradeLevel: 5, seed: 7 },
  { prompt: 'reggae x waltz about the water cycle', skillLevel: 'intermediate', gradeLevel: 7, seed: 11 },
  { prompt: 'jazz x techno about ancient Rome', skillLevel: 'advanced', gradeLevel: 10, seed: 13 },
]

/** Songs to look at, for whoever has just installed it. */
export async function seed(args: string[]): Promise<number> {
  parseArgs({ args, options: {} })
  await withService(async (ctx, actor) => {
    for (const example of examples) {
      const { id, title } = await generateMashup(ctx, actor, example, { signal: new AbortController().signal })
      console.log(`${ctx.config.publicUrl}/api/v1/mashup/${id}  ${title}`)
    }
  })
  return 0
}
