/**
 * A pure function of a text, its answers remembered: a song asks the same of the same words hundreds of times. When the memory
 * is full it is emptied, so it stays bounded whatever people write. Answers are shared: whoever gets one must not change it.
 */
export function remembered<T>(work: (text: string) => T, most = 20_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    let answer = known.get(text)
    if (answer === undefined) {
      answer = work(text)
      if (known.size >= most) known.clear()
      known.set(text, answer)
    }
    return answer
  }
}
