import { carryOut } from '../../integrations/compute/carry-out.js'
import type { Task, Told } from '../../integrations/compute/task.js'
import { heavy } from '../music/heavy.js'
import { wholeSong } from './whole-song.js'

const table = { ...heavy, song: wholeSong }

/** The work of the service's threads: pieces of a song, and songs of the embedded composer whole. */
export default (task: Task): Promise<Told> => carryOut(table, task)
