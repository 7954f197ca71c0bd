/** What a group might write about photosynthesis, for the samples of the preview. */

export const offeredHooks: readonly [text: string, reason: string][] = [
  ['Drink the light, breathe it out', 'Short, and says what a leaf does'],
  ['Green is what the leaves give back', 'A fact that surprises'],
  ['Sugar from the sun', 'Four words, easy to shout'],
  ['We run on light', 'Begins with you and ends with the sun'],
]

export const ownHook = 'Leaves are kitchens, cooking for the world'

export const moreHooks: readonly [text: string, reason: string][] = [
  ['Little green engines', 'Chloroplasts in three words'],
  ['Carbon in, oxygen out', 'The whole equation, in and out like breath'],
  ['Every breath begins in a leaf', 'Makes it about everybody'],
  ['Catch it, chlorophyll', 'The sounds play with each other'],
  ['The sun comes down to dinner', 'Funny, and true'],
  ['Roots drink deep, leaves drink light', 'Two pictures that answer each other'],
  ['Open up, stomata', 'A call that the class can answer'],
  ['Light is on the menu', 'A joke to remember it by'],
  ['Made of air and water', 'What a tree is made of'],
  ['One leaf, a million suns', 'Big numbers feel big'],
  ['Glucose, here we go', 'Has the term in it'],
  ['Turn the light to life', 'Two words that nearly rhyme'],
  ['Green machine, never been', 'An easy rhyme to keep going'],
  ['Before there was bread there was light', 'Food chains in one line'],
  ['Six and six and light', 'The numbers of the equation'],
  ['Breathe with the trees', 'Slow and easy to sing'],
  ['The forest is a factory', 'A comparison to think about'],
  ['Sunlight, water, air: repeat', 'The three things it takes'],
  ['A leaf never skips lunch', 'Makes people smile'],
]

export const draft: readonly { section: string; kind: 'verse' | 'chorus' | 'bridge'; lines: readonly string[] }[] = [
  {
    section: 'Verse 1',
    kind: 'verse',
    lines: [
      'Morning comes in through the window of a leaf',
      'Water climbs up from the roots beneath',
      'Carbon dioxide drifts in with the breeze',
      'Chlorophyll is waiting, the kitchen of the trees',
    ],
  },
  {
    section: 'Chorus',
    kind: 'chorus',
    lines: [
      'Drink the light, breathe it out',
      'That is what the leaves are all about',
      'Sugar in the stem and oxygen in you',
      'Drink the light, see what it can do',
    ],
  },
  {
    section: 'Verse 2',
    kind: 'verse',
    lines: [
      'Red and blue are taken, the green is sent away',
      'That is why a forest has the colour of today',
      'Glucose for the growing, starch for when it is dark',
      'All of it was sunlight that fell upon the park',
    ],
  },
  { section: 'Bridge', kind: 'bridge', lines: ['No sun, no supper', 'No leaf, no breath'] },
]

export const ownLine = 'Chlorophyll is waiting to cook for all the trees'
export const otherLine = 'No green leaf, no breath'
export const lineOffers: readonly [at: number, text: string][] = [
  [1, 'Water rises slowly from the dark beneath'],
  [10, 'Glucose for the daytime, starch for in the dark'],
]

export const arrangements: readonly [title: string, reason: string][] = [
  ['Trap drums, a harpsichord on top', 'The beat carries the words, and baroque has the melody.'],
  ['A string quartet over a slow beat', 'Calm, so that every word of the verse is heard.'],
  ['Half and half', 'Verses in baroque, choruses in trap: the change wakes everybody up.'],
]

export const thoughts: readonly string[] = [
  'I know now why leaves are green: it is the light that they do not take.',
  'The bridge is my favourite, because it goes quiet there.',
]
