import { render } from '../../src/score/render.js'
import type { Renderer } from './task.js'

/** Right here, for the files of one song on the command line and for tests. */
export const inlineRenderer = (): Renderer => ({ render, close: async () => {} })
