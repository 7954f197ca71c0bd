/** ARPAbet phonemes with stress on vowels: "AH0", "EY1". Source: CMU Pronouncing Dictionary. */
export type Phonemes = readonly string[]
