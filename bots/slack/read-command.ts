import { unescapeText } from './plain.js'

/** What reading needs of a command: a number or a word is one word of what was typed, a text is all that is left. */
export interface CommandShape {
  name: string
  options: readonly { name: string; kind: 'number' | 'word' | 'text' }[]
}

/**
 * What somebody typed behind `/mashup`, as a command with options. Forgiving, as nothing helps them while they type: options may
 * be named ("topic: the water cycle genres: jazz, rock", in any order, "=" too) or simply follow in order ("line 7 The words"),
 * may stand in quotes of any kind, and case does not matter. What is no command is `help`.
 */
export function readCommand(
  typed: string,
  commands: readonly CommandShape[],
): { name: string; options: Record<string, string> } {
  const text = unescapeText(typed).trim()
  const [, first = '', rest = ''] = /^\/?(\S+)\s*([\s\S]*)$/.exec(text) ?? []
  const command = commands.find(({ name }) => name === first.toLowerCase())
  if (!command) return { name: 'help', options: {} }
  return { name: command.name, options: readOptions(rest, command.options) }
}

function readOptions(text: string, options: CommandShape['options']): Record<string, string> {
  const found: Record<string, string> = {}
  const all = marksIn(text, options)
  // Words that stand first are the first text; only what comes after that one can still be named behind them, and anything else
  // that looks like a name is part of the words: "line 7 My text: it has a number: 9".
  const begins = text
    .slice(0, all[0]?.from)
    .replace(/^\s*#?\d+[.):]?\s/, '')
    .trim()
  const later = options.slice(options.findIndex(({ kind }) => kind === 'text') + 1)
  const marks = begins === '' ? all : all.filter(({ name }) => later.some((option) => option.name === name))
  marks.forEach(({ name, until }, at) => {
    const value = unquote(text.slice(until, marks[at + 1]?.from).replace(/[\s,;]+$/, ''))
    if (value !== '') found[name] = value
  })
  let left = text.slice(0, marks[0]?.from).trim()
  for (const { name, kind } of options) {
    if (left === '' || name in found) continue
    const taken = kind === 'text' ? left : (/^\S+/.exec(left)?.[0] ?? '')
    if (kind === 'number' && !/^#?\d+[.):]?$/.test(taken)) continue
    found[name] = kind === 'number' ? taken.replace(/\D/g, '') : unquote(taken)
    left = left.slice(taken.length).trim()
  }
  return found
}

/** Where options are named, in the order in which they stand. */
function marksIn(text: string, options: CommandShape['options']): { name: string; from: number; until: number }[] {
  if (options.length === 0) return []
  const named = new RegExp(`(?<=^|[\\s,;])-{0,2}(${options.map(({ name }) => name).join('|')})\\s*[:=]\\s*`, 'gi')
  return [...text.matchAll(named)].map((mark) => ({
    name: String(mark[1]).toLowerCase(),
    from: mark.index,
    until: mark.index + mark[0].length,
  }))
}

const quotes = /^(?:"([\s\S]*)"|“([\s\S]*)[”"“]|'([\s\S]*)'|‘([\s\S]*)’|«\s*([\s\S]*?)\s*»|„([\s\S]*)[“”])$/

/** Without the quotes around it, those that phones and other languages put there too. */
function unquote(text: string): string {
  const inner = quotes
    .exec(text.trim())
    ?.slice(1)
    .find((part) => part !== undefined)
  return (inner ?? text).trim()
}
