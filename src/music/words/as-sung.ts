import { bareWord, wordsOf } from './pronunciation.js'
import { remembered } from './remembered.js'

/** One key for a line however it is punctuated and capitalized: what is heard of it. */
export const asSung = remembered((line) => wordsOf(line).map(bareWord).join(' '))
