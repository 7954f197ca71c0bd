import type { Interaction } from '../interaction.js'
import type { Address } from './address.js'

/** Something that somebody did, with what answering it takes. */
export interface Received {
  interaction: Interaction
  address: Address
  /** Opens a dialog within three seconds of what was done; `null` where that cannot open one. */
  trigger: string | null
}
