/**
 * Makers who died more than a hundred years ago, without marks: their works belong to everybody, and "in the style of" one of them is
 * a hint at a time. Each with the genre of that time, where we have it; writers and others with none.
 */
export const longDead: readonly { names: string; genre: string | null }[] = [
  {
    genre: 'baroque',
    names:
      '(?:johann sebastian |j\\.? ?s\\.? )?bach|(?:george frideric )?handel|(?:antonio )?vivaldi|(?:henry )?purcell|(?:domenico )?scarlatti|(?:georg philipp )?telemann',
  },
  {
    genre: 'classical',
    names: '(?:wolfgang (?:amadeus )?)?mozart|(?:joseph )?haydn|(?:ludwig van )?beethoven|(?:luigi )?boccherini',
  },
  {
    genre: 'romantic',
    names:
      '(?:franz )?schubert|(?:frederic )?chopin|(?:clara |robert )?schumann|(?:felix |fanny )?mendelssohn|(?:johannes )?brahms|(?:franz )?liszt|(?:pyotr (?:ilyich )?)?tchaikovsky|(?:antonin )?dvorak|(?:edvard )?grieg|(?:giuseppe )?verdi|(?:richard )?wagner|(?:niccolo )?paganini|(?:gioachino )?rossini|(?:georges )?bizet',
  },
  { genre: 'waltz', names: 'johann strauss' },
  {
    genre: null,
    names:
      '(?:william )?shakespeare|homer|(?:geoffrey )?chaucer|emily dickinson|edgar allan poe|lewis carroll|edward lear|robert burns|(?:william )?wordsworth|(?:john )?keats|william blake|(?:john )?milton|walt whitman|(?:henry wadsworth )?longfellow|jane austen|(?:charles )?dickens|mark twain|mother goose|aesop|(?:the )?brothers grimm|sappho|dante|rumi|basho|hildegard(?: of bingen)?|palestrina|(?:claudio )?monteverdi|(?:claude )?debussy|scott joplin',
  },
]
