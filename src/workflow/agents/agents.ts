import type { Agent } from './agent.js'
import { educationalContext } from './educational-context.js'
import { genreAnalyzer } from './genre-analyzer.js'
import { hookGenerator } from './hook-generator.js'
import { lyricsComposer } from './lyrics-composer.js'
import { theoryIntegrator } from './theory-integrator.js'

/** All of them, each after those whose work it reads. */
export const agents: readonly Agent[] = [
  educationalContext,
  genreAnalyzer,
  hookGenerator,
  lyricsComposer,
  theoryIntegrator,
]
