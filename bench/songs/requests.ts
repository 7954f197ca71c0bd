import type { MashupRequestInput } from '../../src/domain/mashup-request.js'

type Subject = 'science' | 'mathematics' | 'history' | 'geography' | 'language' | 'arts'

/** A request of the proof, with what it is there to cover. */
export interface ProofRequest {
  subject: Subject
  /** Whether the topic stands in our library; if not, the dictionary and the request's own facts must do. */
  inLibrary: boolean
  input: MashupRequestInput
}

const b = 'beginner'
const i = 'intermediate'
const a = 'advanced'

const of =
  (subject: Subject, inLibrary: boolean) =>
  (
    genres: string,
    topic: string,
    skillLevel: NonNullable<MashupRequestInput['skillLevel']>,
    gradeLevel: number,
    more: Pick<MashupRequestInput, 'keyTerms' | 'facts' | 'learningObjectives'> = {},
  ): ProofRequest => ({
    subject,
    inLibrary,
    input: { prompt: `${genres} about ${topic}`, topic, skillLevel, gradeLevel, ...more },
  })

const science = of('science', true)
const mathematics = of('mathematics', true)
const history = of('history', true)
const geography = of('geography', true)
const language = of('language', true)
const arts = of('arts', true)

/** Sixty requests: genres of every continent, six subjects, in the library and outside it, with and without facts, three levels. */
export const proofRequests: readonly ProofRequest[] = [
  science('trap x baroque', 'photosynthesis', b, 5, { keyTerms: ['chlorophyll', 'glucose', 'oxygen'] }),
  science('bossa nova x house', 'the water cycle', b, 4),
  science('metal x lullaby', 'volcanoes and earthquakes', i, 7),
  science('gamelan x techno', 'moon phases', i, 6, { keyTerms: ['crescent', 'waxing', 'orbit'] }),
  science('afrobeat x funk', 'cells', a, 9, {
    facts: [
      'The cell membrane controls what goes in and out.',
      'Mitochondria release energy from food.',
      'The nucleus holds the DNA.',
    ],
  }),
  science('irish jig x reggae', 'food chains and webs', b, 3),
  science('bluegrass x synthwave', 'gravity', i, 8, { keyTerms: ['mass', 'weight', 'orbit'] }),
  science('mbalax x jazz swing', 'electricity and circuits', a, 10),
  science('waltz x k-pop', 'states of matter', b, 4, { keyTerms: ['solid', 'liquid', 'gas'] }),
  mathematics('salsa x lo-fi hip hop', 'fractions', b, 4, { keyTerms: ['numerator', 'denominator', 'half'] }),
  mathematics('hip hop x classical', 'the Pythagorean theorem', i, 8),
  mathematics('polka x drum and bass', 'prime numbers', i, 6, {
    facts: ['Two is the only even prime number.', 'A prime number has exactly two factors.'],
  }),
  mathematics('bhangra x disco', 'multiplication', b, 3),
  mathematics('tango x drill', 'negative numbers', i, 7),
  mathematics('samba x boom bap', 'probability', a, 9, { keyTerms: ['outcome', 'random', 'chance'] }),
  mathematics('hawaiian x soul', 'symmetry', b, 4),
  mathematics('bebop x bollywood', 'linear equations', a, 9),
  history('calypso x march', 'democracy and voting', i, 8),
  history('arabic pop x dubstep', 'ancient Egypt', b, 5, { keyTerms: ['pharaoh', 'pyramid', 'Nile'] }),
  history('flamenco x hip hop', 'the age of exploration', i, 7),
  history('gospel x highlife', 'the civil rights movement', a, 10, {
    facts: [
      'Rosa Parks kept her seat on a bus in Montgomery in 1955.',
      'The bus boycott lasted 381 days.',
      'The march on Washington was in August 1963.',
    ],
  }),
  history('forro x baroque', 'the printing press', i, 7),
  history('klezmer x rock', 'the industrial revolution', a, 9, { keyTerms: ['factory', 'steam', 'cotton'] }),
  history('chinese folk x trance', 'ancient China and the Silk Road', b, 6),
  history('sea shanty x amapiano', 'the Inca', i, 7),
  geography('reggaeton x raga fusion', 'rivers', i, 6, { keyTerms: ['source', 'delta', 'erosion'] }),
  geography('waiata x ambient', 'islands and archipelagos', b, 4),
  geography('soukous x indie pop', 'rainforests', i, 6),
  geography('gnawa x techno', 'deserts', a, 9),
  geography('enka x soul', 'the seasons', b, 3, { keyTerms: ['spring', 'autumn', 'tilt'] }),
  geography('cumbia x punk', 'waste and recycling', i, 5, {
    facts: [
      'Glass can be melted and used again and again.',
      'Food scraps turn into compost.',
      'Reusing a thing saves more energy than recycling it.',
    ],
  }),
  geography('country x dancehall', 'latitude and longitude', i, 7),
  geography('dabke x house', 'trade and globalization', a, 10),
  language('blues x city pop', 'similes and metaphors', i, 6),
  language('fado x r&b', 'Romeo and Juliet', a, 10),
  language('ska x folk', 'punctuation', b, 3, { keyTerms: ['comma', 'question mark', 'period'] }),
  language('merengue x pop', 'prefixes, suffixes and roots', i, 6),
  language('bachata x trap', 'Greek myths', i, 7, { keyTerms: ['Zeus', 'hero', 'monster'] }),
  language('afrobeats x waltz', 'haiku', b, 5),
  language('drill x classical', 'persuasive writing', a, 9),
  arts('funk x gamelan', 'the orchestra', i, 6, { keyTerms: ['strings', 'brass', 'conductor'] }),
  arts('lullaby x lo-fi', 'sleep', b, 2),
  arts('samba x metal', 'exercise and the heart', i, 8),
  arts('jazz swing x bhangra', 'the color wheel', b, 4, { keyTerms: ['red', 'yellow', 'blue'] }),
  arts('romantic x house', 'impressionism', a, 10),
  arts('gospel x reggae', 'kindness and bullying', i, 6),
  of('science', false)('reggae x baroque', 'honey bees', b, 4, {
    keyTerms: ['nectar', 'hive', 'pollen'],
    facts: [
      'Honey bees collect nectar from flowers.',
      'Worker bees dance to show where food is.',
      'One queen lays all the eggs in a hive.',
      'Bees carry pollen from flower to flower.',
    ],
  }),
  of('science', false)('trance x raga fusion', 'octopuses', i, 7, {
    facts: [
      'An octopus has three hearts.',
      'Its blood is blue because it carries copper.',
      'An octopus has no bones, so it can slip through tiny gaps.',
    ],
  }),
  of('science', false)('drum and bass x chinese folk', 'dinosaurs', b, 3),
  of('mathematics', false)('march x hip hop', 'the abacus', i, 5, {
    facts: [
      'An abacus counts with beads on rods.',
      'Each rod stands for a place value.',
      'People have used it for more than two thousand years.',
    ],
  }),
  of('mathematics', false)('cumbia x synthwave', 'chess', a, 9),
  of('history', false)('folk x soukous', 'lighthouses', i, 6, {
    keyTerms: ['beacon', 'coast', 'keeper'],
    facts: [
      'A lighthouse warns ships of rocks near the coast.',
      'The lighthouse of Alexandria stood for more than a thousand years.',
      'A lens bends the light into one bright beam.',
    ],
  }),
  of('history', false)('gospel x boom bap', 'the Great Fire of London', a, 8, {
    facts: [
      'The Great Fire of London began in a bakery in Pudding Lane in 1666.',
      'It burned for four days.',
      'More than thirteen thousand houses were destroyed.',
    ],
  }),
  of('history', false)('klezmer x disco', 'bicycles', b, 5),
  of('geography', false)('ambient x waiata', 'the Panama Canal', i, 6, {
    facts: [
      'The Panama Canal joins the Atlantic and the Pacific.',
      'It opened in 1914.',
      'Locks lift ships up and let them down again.',
    ],
  }),
  of('geography', false)('highlife x country', 'bridges', i, 7),
  of('language', false)('bebop x k-pop', 'palindromes', a, 8, {
    facts: ['A palindrome reads the same forwards and backwards.', 'Level, radar and noon are palindromes.'],
  }),
  of('language', false)('calypso x lo-fi', 'dictionaries', b, 3, {
    facts: [
      'A dictionary lists words from A to Z.',
      'It tells what a word means.',
      'Guide words stand at the top of each page.',
    ],
  }),
  of('arts', false)('enka x bossa nova', 'origami', b, 5, {
    facts: [
      'Origami is the art of folding paper.',
      'Most models begin with one square sheet.',
      'The crane is a sign of peace and good luck.',
    ],
  }),
  of('arts', false)('flamenco x amapiano', 'saxophones', i, 7),
]
