/** Lines that say nothing of any topic. */
export const fillers =
  /\b(?:yeah,? yeah|la la la|na na na|oh oh oh|whoa|uh huh|let'?s (?:all )?(?:learn|sing|go) (?:about it |together )?(?:today|now|along)\b|learning is (?:fun|cool|great)|it'?s so (?:cool|fun|great|amazing|awesome)|isn'?t (?:it|that) (?:cool|fun|great|amazing)|so much to (?:learn|know|see)|knowledge is power|reach for the stars|dream big|follow your dreams|never give up|we can do it|together we|here we go again|put your hands up|feel the beat tonight|come on everybody)\b/i
