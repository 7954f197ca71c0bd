/**
 * Questions about the very thing that the next lines tell of: `{s}` is the subject of the fact, `{does}` and `{is}` take its
 * number and tense. They lead to a fact where no two facts rhyme, and are found by their last word. Each asks just what is
 * answered: deeds are asked for where a fact tells a deed, meanings where it tells a meaning.
 */
export const deedQuestions: readonly string[] = [
  'And what {does} {s} do?',
  'What {does} {s} do, can you tell?',
  'What {does} {s} do, can you guess?',
  'What {does} {s} do, do you know?',
  'What {does} {s} do, would you say?',
  'What {does} {s} do, do you think?',
  'What {does} {s} do, and why?',
  'What {does} {s} do, and how?',
  'What {does} {s} do, and where?',
]

export const meaningQuestions: readonly string[] = [
  'And what might {s} be?',
  'What {is} {s}, can you tell?',
  'What {is} {s}, can you guess?',
  'What {is} {s}, do you know?',
  'What {is} {s}, would you say?',
  'What {is} {s}, do you think?',
]
