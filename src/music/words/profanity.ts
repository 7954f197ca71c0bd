import {
  englishDataset,
  englishRecommendedTransformers,
  type Node,
  RegExpMatcher,
  resolveConfusablesTransformer,
  resolveLeetSpeakTransformer,
  SyntaxKind,
  toAsciiLowerCaseTransformer,
} from 'obscenity'
import { remembered } from './remembered.js'

const dataset = englishDataset.build()
const matcher = new RegExpMatcher({ ...dataset, ...englishRecommendedTransformers })

/** Those of the recommended steps that look at one sign alone: "Ⓢ", "$" and "S" are an "s". The last folds doubled letters. */
const steps = [resolveConfusablesTransformer(), resolveLeetSpeakTransformer(), toAsciiLowerCaseTransformer()]
const plainSign = remembered((sign) => {
  let code: number | undefined = sign.codePointAt(0)
  for (const { transform } of steps) if (code !== undefined) code = transform(code)
  return code === undefined ? '' : String.fromCodePoint(code)
})

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

let signs = 0
/** A pattern in which any sign may come many times: it finds at least what the matcher finds once doubled letters are folded. */
function sourceOf(node: Node): string {
  if (node.kind === SyntaxKind.Optional) return `(?:${sourceOf(node.childNode)})?`
  if (node.kind === SyntaxKind.Literal)
    return node.chars.map((char) => `${escaped(String.fromCodePoint(char))}+`).join('')
  const any = `sign${signs++}`
  return `(?<${any}>.)\\k<${any}>*`
}

const suspicious = new RegExp(
  dataset.blacklistedTerms
    .map(({ pattern: { nodes, requireWordBoundaryAtStart: starts, requireWordBoundaryAtEnd: ends } }) =>
      [starts ? '\\b' : '', ...nodes.map(sourceOf), ends ? '\\b' : ''].join(''),
    )
    .join('|'),
  's',
)

/**
 * Profane words of a text, lower-case, as they stand there. The matcher tries two hundred patterns one by one; a look with all
 * of them at once spares most texts that.
 */
export function profaneWords(text: string): string[] {
  let plain = ''
  for (const sign of text) plain += plainSign(sign)
  // A sign that is held down ("eeeee") is tried by each pattern from each place to each: some are enough to be found.
  if (!suspicious.test(plain.replace(/(.)\1{4,}/gsu, '$1$1$1$1'))) return []
  return matcher
    .getAllMatches(text, true)
    .map(({ startIndex, endIndex }) => text.slice(startIndex, endIndex + 1).toLowerCase())
}
