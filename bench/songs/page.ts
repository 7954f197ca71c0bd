import { readFileSync, writeFileSync } from 'node:fs'
import type { Row } from './table.js'

const begin = '<!-- written by: npm run bench -- songs --write -->'
const end = '<!-- end of what the bench writes -->'

const counted = new Set(['errors'])
const figure = (name: string, value: number): string =>
  counted.has(name) ? String(value) : value.toFixed(value > 0 && value < 0.01 ? 4 : 3).replace(/\.000$/, '')
const cell = (row: Row): string => `${figure(row.name, row.overall)} (${figure(row.name, row.worst)})`

/** The table as Markdown: our composer, then its rivals; over all songs, and in brackets the worst. */
export function markdownTable(rows: readonly Row[], random: readonly Row[], template: readonly Row[]): string {
  const lines = rows.map((row, at) =>
    [
      row.label,
      row.target,
      `${cell(row)}${row.meets ? '' : ' **missed**'}`,
      cell(random[at]!),
      cell(template[at]!),
    ].join(' | '),
  )
  return [
    '| Measure | Target | Embedded composer | Random notes, same words | Templates, plain tune |',
    '|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n')
}

/** Puts the bench's part of a page anew; what people wrote around it stays. */
export function writePart(file: string, text: string): void {
  const page = readFileSync(file, 'utf8')
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${file} has no place for the bench's part`)
  writeFileSync(file, `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`)
}
