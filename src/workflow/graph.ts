import { type BaseCheckpointSaver, END, START, StateGraph } from '@langchain/langgraph'
import { educationalContext } from './agents/educational-context.js'
import { genreAnalyzer } from './agents/genre-analyzer.js'
import { hookGenerator } from './agents/hook-generator.js'
import { lyricsComposer } from './agents/lyrics-composer.js'
import { step } from './agents/step.js'
import { theoryIntegrator } from './agents/theory-integrator.js'
import { collaboration, hookDecision, lyricsDecision } from './collaboration.js'
import { errorHandler } from './error-handler.js'
import { qualityValidator } from './quality-validator.js'
import { runContext } from './run-context.js'
import { type State, songState } from './state.js'

const verdict = ({ verdict }: State) => verdict ?? 'error_handler'
const afterCollaboration = ({ verdict }: State) => (verdict === 'retry' ? 'retry' : 'complete')

/**
 * One graph for everybody. It runs in supersteps: nodes side by side end together, so plain edges join them where they are
 * equally deep. On a retry only the genre analyzer starts again, so nothing waits for all that leads to a node.
 *
 * In a session (`interactive`, with a checkpointer) it stops where people decide: hook, lyrics, final look. Alone it has no such
 * steps: each costs a superstep.
 */
export function buildGraph({
  interactive,
  checkpointer,
}: {
  interactive: boolean
  checkpointer?: BaseCheckpointSaver
}) {
  const common = new StateGraph(songState, runContext)
    .addNode('educational_context', step(educationalContext))
    .addNode('genre_analyzer', step(genreAnalyzer))
    .addNode('hook_generator', step(hookGenerator))
    .addNode('lyrics_composer', step(lyricsComposer))
    .addNode('theory_integrator', step(theoryIntegrator))
    .addNode('quality_validator', qualityValidator({ interactive }))
    .addNode('collaboration', collaboration)
    .addNode('error_handler', errorHandler({ interactive }))
    .addEdge(START, 'educational_context')
    .addEdge(START, 'genre_analyzer')
    .addEdge('educational_context', 'hook_generator')
    .addEdge('genre_analyzer', 'hook_generator')
    .addConditionalEdges('quality_validator', verdict, {
      complete: END,
      retry: 'genre_analyzer',
      collaboration: 'collaboration',
      error_handler: 'error_handler',
    })
    .addConditionalEdges('error_handler', () => (interactive ? 'collaboration' : 'complete'), {
      collaboration: 'collaboration',
      complete: END,
    })
    .addConditionalEdges('collaboration', afterCollaboration, { complete: END, retry: 'genre_analyzer' })
  if (!interactive)
    return common
      .addEdge('hook_generator', 'lyrics_composer')
      .addEdge('hook_generator', 'theory_integrator')
      .addEdge('lyrics_composer', 'quality_validator')
      .addEdge('theory_integrator', 'quality_validator')
      .compile()
  return common
    .addNode('hook_decision', hookDecision)
    .addNode('lyrics_decision', lyricsDecision)
    .addEdge('hook_generator', 'hook_decision')
    .addEdge('hook_decision', 'lyrics_composer')
    .addEdge('hook_decision', 'theory_integrator')
    .addEdge('lyrics_composer', 'lyrics_decision')
    .addEdge('theory_integrator', 'lyrics_decision')
    .addEdge('lyrics_decision', 'quality_validator')
    .compile({ checkpointer })
}
export type SongGraph = ReturnType<typeof buildGraph>
