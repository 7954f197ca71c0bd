export type PersonalData = 'e-mail address' | 'phone number' | 'street address' | 'link'

const email = /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/giu
const link =
  /\b(?:https?|ftp):\/\/\S|\bwww\.[\p{L}\d-]+\.\p{L}|(?<![\p{L}\d@.])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|org|net|edu|gov|io|co\.uk|de|fr|app|info|me|tv|ly|gg)(?![\p{L}\d-])(?:\/\S*)?/iu
/** A country's code in front, or an area's code and two groups: E.164 and the North American plan as people write them. */
const phone =
  /(?<![\d.,=+*/^-]|\d )(?:\+\d{1,3}[\s.-]?(?:\(?\d{1,4}\)?[\s.-]?){2,5}\d{2,4}|(?:1[\s.-])?\(\d{3}\)\s?\d{3}[\s.-]?\d{4}|(?:1[\s.-])?\d{3}[.-]\d{3}[.-]\d{4}|\d{3} \d{3} \d{4}|\d{3}-\d{4}|0\d{2,4}[\s/-]\d{3,4}[\s-]?\d{3,5})(?![\d.,]?\d|\s*[=×*/^])/u
const spoken = /\b(?:phone|call|text|tel|telephone|mobile|cell|whatsapp)\b[^.!?\d]{0,20}(?:\d[\s.-]?){6,14}\d/iu
const street =
  /(?<![\d.,/])\d{1,5}[a-z]? (?:(?:[NSEW]\.?|North|South|East|West) )?(?:(?:\p{Lu}[\p{L}'’.-]*|\d{1,3}(?:st|nd|rd|th)) ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Square|Sq|Terrace|Way|Place|Pl|Highway|Hwy|Parkway|Pkwy)\b\.?/u
const streetSpoken =
  /\b(?:live|lives|address is|home is|house is)\b[^.!?\d]{0,20}\d{1,5} (?:\p{L}+ ){1,3}(?:street|st|avenue|ave|road|rd|lane|drive|court|boulevard|way)\b/iu

const kinds: readonly (readonly [PersonalData, readonly RegExp[]])[] = [
  ['link', [link]],
  ['street address', [street, streetSpoken]],
  ['phone number', [phone, spoken]],
]

/** What of a text could lead a stranger to somebody, each kind once: it may reach neither a prompt nor a song. */
export function personalData(text: string): PersonalData[] {
  const plain = text.normalize('NFKC')
  const rest = plain.replace(email, ' ')
  const found = kinds.filter(([, patterns]) => patterns.some((pattern) => pattern.test(rest))).map(([kind]) => kind)
  return rest === plain ? found : ['e-mail address', ...found]
}
