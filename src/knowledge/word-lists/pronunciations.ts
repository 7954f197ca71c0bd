/** Words of the curriculum that the CMU dictionary lacks, in its phonemes (ARPAbet, 1 primary, 2 secondary stress). */
export const extraPronunciations: Record<string, string> = {
  stomata: 'S T OW0 M AA1 T AH0',
}
