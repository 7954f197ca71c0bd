import { heavy } from '../../src/music/heavy.js'
import { carryOut } from './carry-out.js'
import type { Task, Told } from './task.js'

/** The work of a thread that makes songs piece by piece. */
export default (task: Task): Promise<Told> => carryOut(heavy, task)
