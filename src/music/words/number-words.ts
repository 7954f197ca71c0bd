const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const scales: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
]
const ordinals: Record<string, string> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

/** A whole number from 0 to 10^15 in words: 1789 is "one thousand seven hundred eighty nine". */
export function sayNumber(value: number): string {
  if (value < 20) return ones[value] ?? ''
  if (value < 100) return value % 10 === 0 ? tens[value / 10]! : `${tens[Math.floor(value / 10)]} ${ones[value % 10]}`
  for (const [size, name] of scales) {
    if (value < size) continue
    const rest = value % size
    return `${sayNumber(Math.floor(value / size))} ${name}${rest ? ` ${sayNumber(rest)}` : ''}`
  }
  return ''
}

/** A year as it is said: 1789 "seventeen eighty nine", 1905 "nineteen oh five", 2008 "two thousand eight". */
export function sayYear(year: number): string {
  const [century, rest] = [Math.floor(year / 100), year % 100]
  if (century === 20 && rest < 10) return sayNumber(year)
  if (rest === 0) return `${sayNumber(century)} hundred`
  return `${sayNumber(century)} ${rest < 10 ? `oh ${ones[rest]}` : sayNumber(rest)}`
}

/** "3.14" is "three point one four". */
export function sayDecimal(digits: string): string {
  const [whole = '0', part = ''] = digits.replaceAll(',', '').split('.')
  return `${sayNumber(Number(whole))} point ${Array.from(part)
    .map((digit) => ones[Number(digit)])
    .join(' ')}`
}

/** 21 is "twenty first". */
export function ordinalWords(value: number): string {
  const said = sayNumber(value).split(' ')
  const last = said.pop() ?? ''
  const ordinal = ordinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  return [...said, ordinal].join(' ')
}
