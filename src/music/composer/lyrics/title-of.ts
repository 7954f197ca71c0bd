/** Words that stay small inside a title. */
const small = /^(a|an|the|and|but|or|nor|of|in|on|at|to|by|for|from|with|as)$/i

/** The hook as a title, as a book's is written: "Look at Tardigrades Now". At most 80 characters. */
export function titleOf(hook: string): string {
  const words = hook.replace(/[.,;:!]+$/, '').split(' ')
  const titled = words.map((word, at) => {
    const inner = at > 0 && at < words.length - 1 && !/[.:!?]$/.test(words[at - 1]!)
    return inner && small.test(word)
      ? word.toLowerCase()
      : word.replace(/^(["“‘'(]*)(\p{Ll})/u, (_, mark: string, first: string) => mark + first.toUpperCase())
  })
  return titled.join(' ').slice(0, 80)
}
